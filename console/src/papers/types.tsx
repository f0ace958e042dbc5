import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import '../directory/directory.css';
import { useAsked } from '../parts/asked.ts';
import { matches } from '../parts/fold.ts';
import { Head } from '../parts/head.tsx';
import { useMayWriteShared } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Search } from '../parts/search.tsx';
import { type PaperType, useTypeFigures, useTypes } from './data.ts';
import { PaperTabs } from './tabs.tsx';
import { TypeSide } from './type.tsx';
import './types.css';

/** What papers there are, and how much each is used; one opens beside the list, with its fields. */
export default function Types() {
  const t = useTranslations('papers');
  const format = useFormatter();
  const mayWrite = useMayWriteShared();
  const { of: said, ask } = useAsked();
  const { data, error, refetch } = useTypes();
  const [wanted, state] = [said('q'), said('state')];
  const rows = data?.filter(
    ({ name, status }) => matches(name, wanted) && status === (state === 'archived' ? 'archived' : 'active'),
  );
  const isNarrowed = Boolean(wanted || state);
  const opened = said('open');
  const type = data?.find(({ id }) => id === opened);
  return (
    <>
      <Head title={t('types.title')}>
        <PaperTabs />
        {rows && <span className="pill">{format.number(rows.length)}</span>}
        {mayWrite && (
          <div className="actions">
            <Button
              className="strong"
              leftSection={<IconPlus size={14} stroke={1.8} />}
              onClick={() => ask({ open: 'new' }, true)}
              aria-label={t('types.add')}
            >
              <span className="wide">{t('types.add')}</span>
              <span className="short" aria-hidden>
                {t('types.addShort')}
              </span>
            </Button>
          </div>
        )}
      </Head>
      <search className="filters">
        <Search label={t('types.find')} />
        <NativeSelect
          aria-label={t('state')}
          value={state}
          onChange={(event) => ask({ state: event.currentTarget.value })}
          data={[
            { value: '', label: t('types.active') },
            { value: 'archived', label: t('archived') },
          ]}
        />
      </search>
      <main className="matrix">
        {error && !data && <Problem error={error} again={refetch} />}
        {rows?.length === 0 && (
          <div className="empty">
            <p>{t(isNarrowed ? 'none' : 'types.nothing')}</p>
            {isNarrowed ? (
              <Button className="quiet-button" onClick={() => ask({ q: '', state: '' })}>
                {t('clear')}
              </Button>
            ) : (
              mayWrite && (
                <Button className="quiet-button" onClick={() => ask({ open: 'new' }, true)}>
                  {t('types.add')}
                </Button>
              )
            )}
          </div>
        )}
        {rows && rows.length > 0 && (
          <div className="rows types">
            <ul className="tree">
              {rows.map((each) => (
                <li key={each.id} data-opened={each.id === opened || undefined}>
                  <button type="button" onClick={() => ask({ open: each.id }, true)}>
                    <Line type={each} />
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {data && (type || opened === 'new') && (
          <TypeSide
            key={`${opened} ${type?.revisionId}`}
            type={type}
            close={() => ask({ open: '' })}
            made={(id) => ask({ open: id })}
          />
        )}
      </main>
    </>
  );
}

function Line({ type }: { type: PaperType }) {
  const t = useTranslations('papers');
  const { data: figures } = useTypeFigures();
  const { active = 0, expiring = 0, lapsed = 0 } = figures?.get(type.id) ?? {};
  const months = type.expiration.monthsAfterIssue;
  return (
    <>
      <strong>{type.name}</strong>
      <span className="kind">{t(`types.kinds.${type.entityType}`)}</span>
      <span className="term">{months && t('types.months', { count: months })}</span>
      <span className="term">{t('types.fieldCount', { count: type.fields.length })}</span>
      <span>{t('types.records', { count: active })}</span>
      <span className={expiring > 0 ? 'worst expiring' : 'worst'}>
        {expiring > 0 && t('types.expiring', { count: expiring })}
      </span>
      <span className={lapsed > 0 ? 'worst expired' : 'worst'}>
        {lapsed > 0 && t('types.lapsed', { count: lapsed })}
      </span>
    </>
  );
}
