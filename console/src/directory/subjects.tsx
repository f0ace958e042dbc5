import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAsked } from '../parts/asked.ts';
import { Head } from '../parts/head.tsx';
import { useMayWrite, useTags } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Rows } from '../parts/rows.tsx';
import { Search } from '../parts/search.tsx';
import { type Kind, useSubjects } from './data.ts';
import './directory.css';
import { Add, Edit } from './edit.tsx';
import { Line } from './line.tsx';

const PEOPLE: Kind[] = ['driver', 'user'];

/** People or vehicles: who there is, and one of them opened beside the list to be changed. */
export function Subjects({ of }: { of: 'people' | 'vehicles' }) {
  const t = useTranslations('directory');
  const k = useTranslations('kinds');
  const format = useFormatter();
  const mayWrite = useMayWrite();
  const { of: said, ask, asked } = useAsked();
  const { data: tags } = useTags();
  const kind = PEOPLE.find((each) => each === said('kind'));
  const types: Kind[] = of === 'vehicles' ? ['vehicle'] : kind ? [kind] : PEOPLE;
  const { rows, count, data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useSubjects({
    types,
    search: useDeferredValue(said('q')),
    tag: said('tag'),
    status: said('status'),
    sort: said('sort'),
  });
  const opened = said('open');
  const close = (): void => ask({ open: '' });
  const isNarrowed = ['q', 'tag', 'status', 'kind'].some((name) => asked.has(name));
  return (
    <>
      <Head title={t(of)}>
        {count !== undefined && <span className="pill">{format.number(count)}</span>}
        <div className="actions">
          {mayWrite && (
            <Button
              className="strong"
              leftSection={<IconPlus size={14} stroke={1.8} />}
              onClick={() => ask({ open: 'new' }, true)}
            >
              {t(of === 'people' ? 'addPerson' : 'addVehicle')}
            </Button>
          )}
        </div>
      </Head>
      <search className="filters">
        <Search label={t(of === 'people' ? 'findPerson' : 'findVehicle')} />
        <NativeSelect
          aria-label={t('tag')}
          value={said('tag')}
          onChange={(event) => ask({ tag: event.currentTarget.value })}
          data={[
            { value: '', label: t('allTags') },
            ...(tags ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {of === 'people' && (
          <>
            <NativeSelect
              aria-label={t('kind')}
              value={said('kind')}
              onChange={(event) => ask({ kind: event.currentTarget.value })}
              data={[
                { value: '', label: t('allKinds') },
                ...PEOPLE.map((value) => ({ value, label: k(`${value as 'driver' | 'user'}s`) })),
              ]}
            />
            <NativeSelect
              aria-label={t('status')}
              value={said('status')}
              onChange={(event) => ask({ status: event.currentTarget.value })}
              data={[
                { value: '', label: t('allStatuses') },
                { value: 'active', label: k('active') },
                { value: 'deactivated', label: k('deactivated') },
              ]}
            />
          </>
        )}
        <NativeSelect
          aria-label={t('sort')}
          value={said('sort')}
          onChange={(event) => ask({ sort: event.currentTarget.value })}
          data={[
            { value: '', label: t('byName') },
            { value: 'worst', label: t('byWorst') },
          ]}
        />
      </search>
      <main className="matrix">
        {error && !data && <Problem error={error} again={refetch} />}
        {data && rows.length === 0 && (
          <div className="empty">
            <p>{t(isNarrowed ? 'none' : 'nobody')}</p>
            {isNarrowed && (
              <Button className="quiet-button" onClick={() => ask({ q: '', tag: '', status: '', kind: '' })}>
                {t('clear')}
              </Button>
            )}
          </div>
        )}
        {rows.length > 0 && (
          <Rows
            rows={rows}
            idOf={({ id }) => id}
            line={(row) => <Line row={row} />}
            count={count}
            opened={opened}
            open={(id) => ask({ open: id }, true)}
            more={hasNextPage && !isFetchingNextPage ? fetchNextPage : undefined}
          />
        )}
        {opened === 'new' && <Add of={of} close={close} made={(id) => ask({ open: id })} />}
        {opened !== '' && opened !== 'new' && <Edit key={opened} id={opened} close={close} />}
      </main>
    </>
  );
}
