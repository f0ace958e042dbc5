import { Button } from '@mantine/core';
import { useDeferredValue, useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { AssignButton } from '../assign/button.tsx';
import { useAsked } from '../parts/asked.ts';
import { useChosen } from '../parts/chosen.ts';
import { matches } from '../parts/fold.ts';
import { Head } from '../parts/head.tsx';
import { useMayWrite } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Search } from '../parts/search.tsx';
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
  const { of: said, ask, asked } = useAsked();
  const { data, error, refetch } = useMatrix();
  const wanted = useDeferredValue(said('q'));
  const gaps = said('gaps') === 'true';
  const rows = useMemo(() => {
    return (data?.rows ?? []).filter(
      ({ name, met, needed }) => (!gaps || met < needed) && matches(name, wanted),
    );
  }, [data, wanted, gaps]);
  const selection = useSelection(rows);
  const waive = useChosen('waive');
  const counts = useMemo(() => countsOf(rows), [rows]);
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
        <Search label={t('find')} />
        <Button
          className="quiet-button"
          aria-pressed={gaps}
          onClick={() => ask({ gaps: gaps ? '' : 'true' })}
        >
          {t('gaps')}
        </Button>
      </div>
      <main className="matrix">
        {error && !data && <Problem error={error} again={refetch} />}
        {data && rows.length === 0 && (
          <div className="empty">
            <p>{t('none')}</p>
            {asked.size > 0 && (
              <Button className="quiet-button" onClick={() => ask({ q: '', gaps: '' })}>
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
