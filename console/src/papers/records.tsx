import { Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import '../directory/directory.css';
import { useAsked } from '../parts/asked.ts';
import { Head } from '../parts/head.tsx';
import { Initials } from '../parts/initials.tsx';
import { useMayWrite, useTags } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Rows } from '../parts/rows.tsx';
import { Search } from '../parts/search.tsx';
import { When } from '../parts/when.tsx';
import { type Row, SORTS, STANDINGS, useOwner, useRecords, useTypes } from './data.ts';
import { NewRecord } from './entry.tsx';
import './papers.css';
import { RecordSide } from './record.tsx';
import { StandingBadge } from './standing.tsx';
import { PaperTabs } from './tabs.tsx';

const NARROWING = ['q', 'type', 'owner', 'tag', 'state', 'from', 'until'] as const;

/** Papers, what expires first first; one opens beside the list, with its picture beside its fields. */
export default function Records() {
  const t = useTranslations('papers');
  const format = useFormatter();
  const mayWrite = useMayWrite();
  const { of: said, ask, asked } = useAsked();
  const { data: tags } = useTags();
  const { data: types } = useTypes();
  const { rows, count, data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useRecords({
    search: useDeferredValue(said('q')),
    type: said('type'),
    owner: said('owner'),
    tag: said('tag'),
    state: said('state'),
    sort: said('sort'),
    from: said('from'),
    until: said('until'),
  });
  const opened = said('open');
  const close = (): void => ask({ open: '', as: '' });
  const isNarrowed = NARROWING.some((name) => asked.has(name));
  const clear = (): void => ask(Object.fromEntries(NARROWING.map((name) => [name, ''])));
  return (
    <>
      <Head title={t('records')}>
        <PaperTabs />
        {count !== undefined && <span className="pill">{format.number(count)}</span>}
        {mayWrite && (
          <div className="actions">
            <Button
              className="strong"
              leftSection={<IconPlus size={14} stroke={1.8} />}
              onClick={() => ask({ open: 'new', as: '' }, true)}
              aria-label={t('record')}
            >
              <span className="wide">{t('record')}</span>
              <span className="short" aria-hidden>
                {t('recordShort')}
              </span>
            </Button>
          </div>
        )}
      </Head>
      <search className="filters">
        <Search label={t('find')} />
        <NativeSelect
          aria-label={t('type')}
          value={said('type')}
          onChange={(event) => ask({ type: event.currentTarget.value })}
          data={[
            { value: '', label: t('allTypes') },
            ...(types ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <NativeSelect
          aria-label={t('state')}
          value={said('state')}
          onChange={(event) => ask({ state: event.currentTarget.value })}
          data={[
            { value: '', label: t('allStates') },
            ...STANDINGS.map((value) => ({ value, label: t(`standings.${value}`) })),
            { value: 'archived', label: t('archived') },
          ]}
        />
        <NativeSelect
          aria-label={t('tag')}
          value={said('tag')}
          onChange={(event) => ask({ tag: event.currentTarget.value })}
          data={[
            { value: '', label: t('allTags') },
            ...(tags ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <NativeSelect
          aria-label={t('sort')}
          value={said('sort')}
          onChange={(event) => ask({ sort: event.currentTarget.value })}
          data={SORTS.map((value) => ({
            value: value === 'expiry' ? '' : value,
            label: t(`sorts.${value}`),
          }))}
        />
        <Chips />
      </search>
      <main className="matrix">
        {error && !data && <Problem error={error} again={refetch} />}
        {data && rows.length === 0 && (
          <div className="empty">
            <p>{t(isNarrowed ? 'none' : types?.length === 0 ? 'noTypes' : 'nothing')}</p>
            {isNarrowed ? (
              <Button className="quiet-button" onClick={clear}>
                {t('clear')}
              </Button>
            ) : (
              mayWrite &&
              (types?.length === 0 ? (
                <Button component={Link} to="/qualifications/types?open=new" className="quiet-button">
                  {t('types.add')}
                </Button>
              ) : (
                <Button className="quiet-button" onClick={() => ask({ open: 'new' }, true)}>
                  {t('record')}
                </Button>
              ))
            )}
          </div>
        )}
        {rows.length > 0 && (
          <Rows
            className="records"
            rows={rows}
            idOf={({ record }) => record.id}
            line={(row) => <Line row={row} />}
            count={count}
            opened={opened}
            open={(id) => ask({ open: id, as: '' }, true)}
            more={hasNextPage && !isFetchingNextPage ? fetchNextPage : undefined}
          />
        )}
        {opened === 'new' && <NewRecord close={close} made={(id) => ask({ open: id })} />}
        {opened !== '' && opened !== 'new' && <RecordSide key={opened} id={opened} close={close} />}
      </main>
    </>
  );
}

function Line({ row: { record, ownerName, standing } }: { row: Row }) {
  const t = useTranslations('papers');
  const { qualificationType, expirationDate, recordStatus } = record;
  return (
    <>
      <Initials name={ownerName} />
      <strong>{ownerName}</strong>
      <span className="in">{qualificationType.name}</span>
      {recordStatus === 'archived' ? (
        <span className="worst">{t('archived')}</span>
      ) : (
        <StandingBadge of={standing} isQuiet />
      )}
      <span className="met">{expirationDate ? <When time={expirationDate} /> : t('never')}</span>
    </>
  );
}

/** What narrows the list and is led to from elsewhere: whose they are, and when they expire. */
function Chips() {
  const t = useTranslations('papers');
  const format = useFormatter();
  const { of: said, ask } = useAsked();
  const [owner, from, until] = [said('owner'), said('from'), said('until')];
  const { data } = useOwner(owner);
  const day = (time: string, back = 0): string =>
    format.dateTime(new Date(Date.parse(time) - back), { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <>
      {owner && (
        <Button
          className="quiet-button"
          rightSection={<IconX size={13} stroke={2} />}
          onClick={() => ask({ owner: '' })}
        >
          {t('of', { name: data?.name ?? '…' })}
        </Button>
      )}
      {until && (
        <Button
          className="quiet-button"
          rightSection={<IconX size={13} stroke={2} />}
          onClick={() => ask({ from: '', until: '' })}
        >
          {t('between', { from: from ? day(from) : '…', until: day(until, 1) })}
        </Button>
      )}
    </>
  );
}
