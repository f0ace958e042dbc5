import { JobFailedError } from '@crewready/client';
import { Button } from '@mantine/core';
import { IconPencil, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { useAsked } from '../parts/asked.ts';
import { Head } from '../parts/head.tsx';
import { useMay } from '../parts/may.ts';
import { Problem } from '../parts/problem.tsx';
import { toast } from '../parts/toasts.tsx';
import { type Config, type Run, useConfigs, useDataset, useRuns } from './data.ts';
import { Delete } from './delete.tsx';
import { Result } from './result.tsx';
import { Runs } from './runs.tsx';
import { Schedules } from './schedules.tsx';
import './reports.css';

/** One report: its runs, the rows of one of them, and when it is made by itself. */
export default function Report() {
  const t = useTranslations('reports');
  const { id } = useParams();
  const { data, error, refetch } = useConfigs();
  const config = data?.find((each) => each.id === id);
  if (config) return <Page of={config} />;
  return (
    <>
      <Head title={t('one')} />
      <main className="body">
        {error && !data && <Problem error={error} again={refetch} />}
        {data && (
          <div className="empty">
            <p>{t('notFound')}</p>
            <Link to="/reports">{t('back')}</Link>
          </div>
        )}
      </main>
    </>
  );
}

function Page({ of }: { of: Config }) {
  const t = useTranslations('reports');
  const { of: said, ask } = useAsked();
  const { may, mayForAll } = useMay('Write Custom Reports');
  const dataset = useDataset(of.datasetId);
  const { data: runs, error, refetch } = useRuns(of.id);
  const shown = runs?.find(({ id }) => id === said('run')) ?? runs?.[0];
  const run = useMutation({
    mutationFn: () => crew.reportRuns.create({ reportConfig: { id: of.id } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['reports', 'runs'] });
      ask({ run: id });
      // It goes on, and is told, also on another page.
      crew.reportRuns
        .done({ id })
        .then(() => toast(t('ready', { name: of.name })))
        .catch((reason: unknown) => {
          const isCanceled = reason instanceof JobFailedError && (reason.job as Run)?.status === 'canceled';
          if (!isCanceled) toast(toldOf(reason).message);
        })
        .finally(() => queries.invalidateQueries({ queryKey: ['reports', 'runs'] }));
    },
    onError: (reason) => toast(toldOf(reason).message),
  });
  return (
    <>
      <Head title={of.name}>
        <span className="quiet wide">{dataset?.displayName}</span>
        <div className="actions">
          {mayForAll && <Delete of={of} />}
          {mayForAll && (
            <Button
              component={Link}
              to={`/reports/${of.id}/edit`}
              className="quiet-button edit"
              aria-label={t('edit')}
              leftSection={<IconPencil size={14} stroke={1.8} />}
            >
              <span className="wide">{t('edit')}</span>
            </Button>
          )}
          {may && (
            <Button
              className="strong"
              leftSection={<IconPlayerPlay size={14} stroke={1.8} />}
              loading={run.isPending}
              onClick={() => run.mutate()}
            >
              {t('run')}
            </Button>
          )}
        </div>
      </Head>
      <main className="report">
        {error && !runs && <Problem error={error} again={refetch} />}
        {runs && <Result key={shown?.id} of={of} run={shown} mayRun={may} />}
        <aside>
          {runs && <Runs runs={runs} shown={shown} show={(id) => ask({ run: id })} mayCancel={may} />}
          <Schedules of={of} dataset={dataset} mayWrite={may} />
        </aside>
      </main>
    </>
  );
}
