import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { AssignButton } from '../assign/button.tsx';
import { useChosen } from '../parts/chosen.ts';
import { matches } from '../parts/fold.ts';
import { Head } from '../parts/head.tsx';
import { useMayWrite } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Sign } from '../parts/status.tsx';
import { Reasons } from '../person/reasons.tsx';
import { ActionBar } from './bar.tsx';
import { LETTERS, type Row, useMatrix } from './data.ts';
import { Grid } from './grid.tsx';
import { People } from './people.tsx';
import './matrix.css';
import { useIsNarrow } from './narrow.ts';
import { useSelection } from './selection.ts';
import { Waive } from './waive.tsx';

/** Everybody by every requirement; what is asked for and what is opened stand in the address. */
export default function Matrix() {
  const t = useTranslations('matrix');
  const s = useTranslations('status');
  const format = useFormatter();
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const mayWrite = useMayWrite();
  const { subjectId, requirementId } = useParams();
  const [asked, setAsked] = useSearchParams();
  const { data, error, refetch } = useMatrix();
  // The address follows what is typed, and may be late.
  const [typed, setTyped] = useState(asked.get('q') ?? '');
  const wanted = useDeferredValue(typed);
  const gaps = asked.get('gaps') === 'true';
  const rows = useMemo(() => {
    return (data?.rows ?? []).filter(
      ({ name, met, needed }) => (!gaps || met < needed) && matches(name, wanted),
    );
  }, [data, wanted, gaps]);
  const selection = useSelection(rows);
  const waive = useChosen('waive');
  const counts = useMemo(() => countsOf(rows), [rows]);
  const ask = (name: string, value: string): void =>
    setAsked(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        return before;
      },
      { replace: true },
    );
  const search = asked.size > 0 ? `?${asked}` : '';
  const close = (): void => void navigate(`/matrix${search}`);
  const open = (row: Row, id: string): void => void navigate(`/matrix/${row.id}/${id}${search}`);
  return (
    <>
      <Head title={t('title')}>
        <div className="actions">
          <AssignButton />
        </div>
      </Head>
      <div className="filters">
        <TextInput
          aria-label={t('find')}
          placeholder={t('find')}
          leftSection={<IconSearch size={14} stroke={1.8} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            ask('q', event.currentTarget.value);
          }}
        />
        <Button className="quiet-button" aria-pressed={gaps} onClick={() => ask('gaps', gaps ? '' : 'true')}>
          {t('gaps')}
        </Button>
      </div>
      <main className="matrix">
        {error && !data && <Problem error={error} again={refetch} />}
        {data && rows.length === 0 && (
          <div className="empty">
            <p>{t('none')}</p>
            {asked.size > 0 && (
              <Button
                className="quiet-button"
                onClick={() => {
                  setTyped('');
                  setAsked({});
                }}
              >
                {t('clear')}
              </Button>
            )}
          </div>
        )}
        {data &&
          rows.length > 0 &&
          (isNarrow ? (
            <People rows={rows} />
          ) : (
            <Grid
              matrix={data}
              rows={rows}
              opened={{ subjectId, requirementId }}
              open={open}
              selection={selection}
            />
          ))}
        {mayWrite && selection.chosen.length > 0 && (
          <ActionBar
            chosen={selection.chosen}
            count={rows.length}
            all={selection.all}
            clear={selection.clear}
          />
        )}
        {waive.isOpen && data && <Waive matrix={data} />}
        {subjectId && requirementId && (
          <Reasons
            key={`${subjectId} ${requirementId}`}
            subjectId={subjectId}
            requirementId={requirementId}
            name={data?.rows.find(({ id }) => id === subjectId)?.name}
            close={close}
          />
        )}
      </main>
      <footer className="legend">
        {(['current', 'expiring', 'expired', 'missing', 'waived'] as const).map((status) => (
          <span key={status}>
            <Sign status={status} /> {s(status)} <b>{format.number(counts[status])}</b>
          </span>
        ))}
        <span className="quiet">{t('legend', { left: '13', past: '−13' })}</span>
      </footer>
    </>
  );
}

function countsOf(rows: readonly Row[]) {
  const counts = { current: 0, expiring: 0, expired: 0, missing: 0, waived: 0, notNeeded: 0 };
  for (const { statuses } of rows)
    for (const letter of statuses) counts[(LETTERS[letter] as (typeof LETTERS)[string]).status] += 1;
  return counts;
}
