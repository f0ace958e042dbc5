import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { useAsked } from '../parts/asked.ts';
import { matches } from '../parts/fold.ts';
import { Head } from '../parts/head.tsx';
import { useMay } from '../parts/may.ts';
import { Problem } from '../parts/problem.tsx';
import { Search } from '../parts/search.tsx';
import { When } from '../parts/when.tsx';
import '../rules/list.css';
import { type Config, useConfigs, useDatasets, useRuns, useSchedules } from './data.ts';
import { RunBadge } from './run-badge.tsx';
import './reports.css';

/** Every report: what it is about, when it was last run, and when it runs by itself. */
export default function Reports() {
  const t = useTranslations('reports');
  const format = useFormatter();
  const { of: said, ask } = useAsked();
  const { mayForAll } = useMay('Write Custom Reports');
  const { data, error, refetch } = useConfigs();
  const wanted = said('q');
  const rows = data?.filter(({ name }) => matches(name, wanted));
  const create = (
    <Button
      component={Link}
      to="/reports/new"
      className="strong at-end"
      leftSection={<IconPlus size={14} stroke={1.8} />}
    >
      {t('new')}
    </Button>
  );
  return (
    <>
      <Head title={t('title')}>
        {rows && <span className="pill">{format.number(rows.length)}</span>}
        {mayForAll && create}
      </Head>
      <search className="filters">
        <Search label={t('find')} />
      </search>
      <main className="body rules">
        {error && !data && <Problem error={error} again={refetch} />}
        {rows && rows.length > 0 && <List rows={rows} />}
        {rows?.length === 0 && (
          <div className="empty">
            {wanted ? (
              <>
                <p>{t('noMatch')}</p>
                <Button className="quiet-button" onClick={() => ask({ q: '' })}>
                  {t('clear')}
                </Button>
              </>
            ) : (
              <>
                <strong>{t('noneTitle')}</strong>
                <p>{t('noneText')}</p>
              </>
            )}
          </div>
        )}
      </main>
    </>
  );
}

function List({ rows }: { rows: readonly Config[] }) {
  const t = useTranslations('reports');
  const { data: datasets } = useDatasets();
  const { data: runs } = useRuns();
  const { data: schedules } = useSchedules();
  return (
    <div className="card">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('dataset')}</th>
            <th scope="col">{t('lastRun')}</th>
            <th scope="col">{t('next')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, datasetId }) => {
            const last = runs?.find(({ reportConfigId }) => reportConfigId === id);
            const [next] = (schedules ?? [])
              .flatMap(({ reportConfigId, nextRunAtTime: at }) => (reportConfigId === id && at ? at : []))
              .sort();
            return (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/reports/${id}`}>{name}</Link>
                </th>
                <td className="severity">
                  {datasets?.find((each) => each.id === datasetId)?.displayName ?? datasetId}
                </td>
                <td>
                  {last ? (
                    <span className="last-run">
                      <RunBadge of={last} /> <When time={last.createdAtTime} className="wide" />
                    </span>
                  ) : (
                    <span className="quiet">{t('never')}</span>
                  )}
                </td>
                <td className="severity">{next && <When time={next} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
