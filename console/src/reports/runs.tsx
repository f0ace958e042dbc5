import { Button } from '@mantine/core';
import { useFormatter, useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { toast } from '../parts/toasts.tsx';
import type { Run } from './data.ts';
import { RunBadge } from './run-badge.tsx';

interface Props {
  runs: readonly Run[];
  shown: Run | undefined;
  show(id: string): void;
  mayCancel: boolean;
}

/** The runs of a report, the newest first; one that is under way says how far it is. */
export function Runs({ runs, shown, show, mayCancel }: Props) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const cancel = async (id: string): Promise<void> => {
    try {
      await crew.reportRuns.cancel({ id });
      toast(t('canceled'));
    } catch (error) {
      toast(toldOf(error).message);
    }
    await queries.invalidateQueries({ queryKey: ['reports', 'runs'] });
  };
  return (
    <section className="card runs" aria-labelledby="runs">
      <header>
        <h2 id="runs">{t('runs')}</h2>
        <small>{t('runsHint')}</small>
      </header>
      {runs.length === 0 && <p className="quiet">{t('noRuns')}</p>}
      <ul>
        {runs.map((run) => (
          <li key={run.id} data-opened={run.id === shown?.id || undefined}>
            <button
              type="button"
              aria-current={run.id === shown?.id ? 'true' : undefined}
              onClick={() => show(run.id)}
            >
              <RunBadge of={run} />
              <time dateTime={run.createdAtTime}>
                {format.dateTime(new Date(run.createdAtTime), {
                  month: 'short',
                  day: 'numeric',
                  hour: 'numeric',
                  minute: '2-digit',
                })}
              </time>
              <span className="count">
                {run.rowCount !== undefined && t('rowCount', { count: run.rowCount })}
                {run.status === 'pending' && `${format.number(run.percentComplete)} %`}
              </span>
            </button>
            {run.status === 'pending' && (
              <div className="under-way">
                <progress
                  max={100}
                  value={run.percentComplete}
                  aria-label={t('progress', { percent: run.percentComplete })}
                />
                {mayCancel && (
                  <Button className="quiet-button" size="compact-sm" onClick={() => cancel(run.id)}>
                    {t('cancel')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
