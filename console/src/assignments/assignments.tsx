import { Button, NativeSelect } from '@mantine/core';
import { useCallback, useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { AssignButton } from '../assign/button.tsx';
import '../directory/directory.css';
import { useAsked } from '../parts/asked.ts';
import { matches } from '../parts/fold.ts';
import { Head } from '../parts/head.tsx';
import { useCourses, useMayWrite } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Search } from '../parts/search.tsx';
import { Sign } from '../parts/status.tsx';
import './assignments.css';
import { Bar } from './bar.tsx';
import { pending } from './changes.ts';
import { countsOf, type Row, useAssignments } from './data.ts';
import { List } from './list.tsx';
import { TrainingTabs } from './tabs.tsx';

const STATUSES = ['overdue', 'notStarted', 'inProgress', 'completed', 'allStatuses'] as const;
const WORDS = { expired: 'late', expiring: 'soon', missing: 'open', current: 'done' } as const;

/** Who has to learn what, the latest first; what is chosen is moved or deleted. */
export default function Assignments() {
  const t = useTranslations('assignments');
  const format = useFormatter();
  const { of: said, ask, asked } = useAsked();
  const mayWrite = useMayWrite();
  const { data: courses } = useCourses();
  const { data, error, refetch } = useAssignments({ course: said('course'), status: said('status') });
  const hidden = useSyncExternalStore(pending.subscribe, pending.get);
  const wanted = useDeferredValue(said('q'));
  const rows = useMemo(() => {
    const gone = new Set(hidden);
    return (data ?? []).filter(
      ({ assignment, learnerName, courseTitle }) =>
        !gone.has(assignment.id) && matches(`${learnerName} ${courseTitle}`, wanted),
    );
  }, [data, hidden, wanted]);
  const counts = useMemo(() => countsOf(rows), [rows]);
  const { chosen, selected, toggle, all, clear } = useChoice(rows);
  return (
    <>
      <Head title={t('title')}>
        <TrainingTabs />
        {data && <span className="pill">{format.number(rows.length)}</span>}
        <div className="actions">
          <AssignButton />
        </div>
      </Head>
      <search className="filters">
        <Search label={t('find')} />
        <NativeSelect
          aria-label={t('course')}
          value={said('course')}
          onChange={(event) => ask({ course: event.currentTarget.value })}
          data={[
            { value: '', label: t('allCourses') },
            ...(courses ?? []).map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <NativeSelect
          aria-label={t('status')}
          value={said('status')}
          onChange={(event) => ask({ status: event.currentTarget.value })}
          data={[{ value: '', label: t('open') }, ...STATUSES.map((value) => ({ value, label: t(value) }))]}
        />
      </search>
      <main className="matrix">
        {error && !data && <Problem error={error} again={refetch} />}
        {data && rows.length === 0 && (
          <div className="empty">
            <p>{t(asked.size > 0 ? 'none' : 'nothing')}</p>
            {asked.size > 0 && (
              <Button className="quiet-button" onClick={() => ask({ q: '', course: '', status: '' })}>
                {t('clear')}
              </Button>
            )}
          </div>
        )}
        {rows.length > 0 && <List rows={rows} selected={selected} toggle={mayWrite ? toggle : undefined} />}
        {mayWrite && chosen.length > 0 && <Bar chosen={chosen} count={rows.length} all={all} clear={clear} />}
      </main>
      <footer className="legend">
        {(['expired', 'expiring', 'missing', 'current'] as const).map((status) => (
          <span key={status}>
            <Sign status={status} /> {t(WORDS[status])} <b>{format.number(counts[status])}</b>
          </span>
        ))}
      </footer>
    </>
  );
}

/** Rows that are chosen; those that are no longer shown are no longer chosen. */
function useChoice(rows: readonly Row[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [from, setFrom] = useState(0);
  const chosen = useMemo(
    () => rows.map(({ assignment }) => assignment).filter(({ id }) => ids.has(id)),
    [rows, ids],
  );
  const toggle = (index: number, isRange: boolean): void => {
    const next = new Set(ids);
    const [first, last] = isRange ? [Math.min(from, index), Math.max(from, index)] : [index, index];
    for (const { assignment } of rows.slice(first, last + 1))
      if (isRange || !next.delete(assignment.id)) next.add(assignment.id);
    setIds(next);
    setFrom(index);
  };
  const all = (): void => setIds(new Set(rows.map(({ assignment }) => assignment.id)));
  const clear = useCallback((): void => setIds(new Set()), []);
  return { chosen, selected: ids, toggle, all, clear };
}
