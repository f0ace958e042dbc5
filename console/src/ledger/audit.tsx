import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import '../directory/directory.css';
import { useAsked } from '../parts/asked.ts';
import { Head } from '../parts/head.tsx';
import { useMay } from '../parts/may.ts';
import { Problem } from '../parts/problem.tsx';
import { Rows } from '../parts/rows.tsx';
import { type Entry, THINGS, thingOf, useEntries } from './data.ts';
import { EntrySide } from './entry.tsx';
import './ledger.css';
import { Verify } from './verify.tsx';

const NARROWING = ['kind', 'actor', 'from', 'until'] as const;

/** The ledger: who did what and when, newest first, and the proof that nothing of it was altered. */
export default function Audit() {
  const t = useTranslations('ledger.audit');
  const { mayForAll } = useMay('Read Ledger');
  return (
    <>
      <Head title={t('title')} />
      {mayForAll ? (
        <Entries />
      ) : (
        <main className="body">
          <div className="empty">
            <p>{t('onlyWhole')}</p>
          </div>
        </main>
      )}
    </>
  );
}

function Entries() {
  const t = useTranslations('ledger.audit');
  const things = useTranslations('ledger.things');
  const { of: said, ask, asked } = useAsked();
  const { rows, data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useEntries({
    resource: said('kind'),
    actor: said('actor'),
    from: said('from'),
    until: said('until'),
  });
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const opened = said('open');
  // What was opened stays, though the list is narrowed to others.
  const [last, setLast] = useState<Entry>();
  const entry = [...rows, ...(last ? [last] : [])].find(({ seq }) => seq === opened);
  const isNarrowed = NARROWING.some((name) => asked.has(name));
  const clear = (
    <Button
      className="quiet-button"
      onClick={() => ask(Object.fromEntries(NARROWING.map((name) => [name, ''])))}
    >
      {t('clear')}
    </Button>
  );
  return (
    <>
      <search className="filters">
        <NativeSelect
          aria-label={t('kind')}
          value={said('kind')}
          onChange={(event) => ask({ kind: event.currentTarget.value })}
          data={[
            { value: '', label: t('allKinds') },
            ...THINGS.filter((each) => each !== 'other')
              .map((value) => ({ value: value as string, label: things(value) }))
              .sort((a, b) => a.label.localeCompare(b.label)),
          ]}
        />
        {(['from', 'until'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            className="day"
            aria-label={t(name === 'from' ? 'since' : 'until')}
            value={said(name)}
            onChange={(event) => ask({ [name]: event.currentTarget.value })}
          />
        ))}
        {isNarrowed && clear}
      </search>
      <Verify />
      <main className="matrix">
        {error && !data && <Problem error={error} again={refetch} />}
        {data && rows.length === 0 && (
          <div className="empty">
            <p>{t('none')}</p>
            {isNarrowed && clear}
          </div>
        )}
        {rows.length > 0 && (
          <Rows
            rows={rows}
            idOf={({ seq }) => seq}
            line={(row) => <Line of={row} />}
            className="ledger"
            count={undefined}
            opened={opened}
            open={(seq) => {
              setLast(rows.find((each) => each.seq === seq));
              ask({ open: seq }, true);
            }}
            more={hasNextPage && !isFetchingNextPage ? more : undefined}
          />
        )}
        {entry && (
          <EntrySide
            key={entry.seq}
            of={entry}
            close={() => ask({ open: '' })}
            only={(actor) => ask({ actor, open: '' })}
          />
        )}
      </main>
    </>
  );
}

function Line({ of: { at, actor, actorName, changeCount, changes, seq } }: { of: Entry }) {
  const t = useTranslations('ledger');
  const format = useFormatter();
  const [first] = changes;
  return (
    <>
      <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' })}</time>
      <strong>{actorName ?? actor}</strong>
      <span>
        {t('told', {
          operation: first?.operation ?? '',
          thing: t(`things.${thingOf(first?.resource)}`),
          count: changeCount,
        })}
      </span>
      <small>{seq}</small>
    </>
  );
}
