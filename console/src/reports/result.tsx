import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { Problem } from '../parts/problem.tsx';
import type { Config, Run } from './data.ts';
import { Table } from './table.tsx';

const PAGE = 100;
const FORMATS = { csv: 'CSV', xlsx: 'XLSX', parquet: 'Parquet' };

/** The rows of a run, a page at a time, and the files that they are saved as. */
export function Result({ of, run, mayRun }: { of: Config; run: Run | undefined; mayRun: boolean }) {
  const t = useTranslations('reports');
  const format = useFormatter();
  // Where each page begins that was read so far; the last of them is shown.
  const [cursors, setCursors] = useState<readonly string[]>(['']);
  const after = cursors.at(-1) ?? '';
  const isComplete = run?.status === 'complete';
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'rows', run?.id, after],
    queryFn: async ({ signal }) => {
      const asked = { id: run?.id as string, limit: PAGE, ...(after && { after }) };
      return (await crew.reportRuns.data(asked, { signal }).raw()).data;
    },
    enabled: isComplete,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const from = (cursors.length - 1) * PAGE;
  const rows = data?.data ?? [];
  return (
    <section className="result" aria-labelledby="result">
      <header>
        <h2 id="result">{t('result')}</h2>
        {run && (
          <small>
            {t('at', {
              time: format.dateTime(new Date(run.createdAtTime), { dateStyle: 'medium', timeStyle: 'short' }),
            })}
          </small>
        )}
        {run && isComplete && (
          <span className="exports">
            <IconDownload size={14} stroke={1.8} aria-hidden />
            <span className="wide">{t('export')}</span>
            {Object.entries(FORMATS).map(([each, name]) => (
              <a key={each} href={`/reports/runs/export?id=${run.id}&format=${each}`} download>
                {name}
              </a>
            ))}
          </span>
        )}
      </header>
      {!run && <p className="quiet">{t(mayRun ? 'noResult' : 'noResultViewer')}</p>}
      {run && !isComplete && (
        <p className="quiet" role="status">
          {run.status === 'pending'
            ? t('progress', { percent: run.percentComplete })
            : (run.failureReason ?? t('notComplete'))}
        </p>
      )}
      {error && !data && <Problem error={error} again={refetch} />}
      {isComplete && run.rowCount === 0 && <p className="quiet">{t('noRows')}</p>}
      {data && rows.length > 0 && (
        <>
          <Table label={t('resultOf', { name: of.name })} columns={data.reply.data.columns} rows={rows} />
          <footer className="pager">
            <span role="status">
              {t('rows', { from: from + 1, to: from + rows.length, count: run?.rowCount ?? 0 })}
            </span>
            <ActionIcon
              className="icon-button"
              aria-label={t('before')}
              disabled={cursors.length === 1}
              onClick={() => setCursors(cursors.slice(0, -1))}
            >
              <IconChevronLeft size={16} stroke={1.8} />
            </ActionIcon>
            <ActionIcon
              className="icon-button"
              aria-label={t('after')}
              disabled={!data.hasNextPage}
              onClick={() => setCursors([...cursors, data.endCursor])}
            >
              <IconChevronRight size={16} stroke={1.8} />
            </ActionIcon>
          </footer>
        </>
      )}
    </section>
  );
}
