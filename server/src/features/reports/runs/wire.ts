import type { Change } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { Run } from './schema.ts';
import type { RunRow } from './store.ts';

/** A run as it is served. */
export const runWire = (run: RunRow): Run => ({
  id: run.id,
  status: run.status,
  createdAtTime: wireTime(run.createdAt),
  updatedAtTime: wireTime(run.updatedAt),
  percentComplete: run.percent,
  ...(run.status === 'complete' ? { rowCount: run.rows } : {}),
  ...(run.configId === null ? {} : { reportConfigId: run.configId }),
  ...(run.failure === null ? {} : { failureReason: run.failure }),
});

export const runChange = (operation: Change['operation'], run: RunRow): Change => ({
  resource: 'report-run',
  id: run.id,
  operation,
  document: JSON.stringify(runWire(run)),
});
