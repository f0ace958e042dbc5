import { sql } from '../../../kernel/database/database.ts';
import type { Changed, Resource } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { wireDefinition } from '../definition/definition.ts';
import { type Run, RunDocument } from './schema.ts';
import { type RunRow, readRuns } from './store.ts';

const documentOf = (run: RunRow): RunDocument => ({
  id: run.id,
  status: run.status,
  definition: wireDefinition(run.definition),
  ...(run.status === 'complete' ? { rowCount: run.rows } : {}),
  ...(run.status === 'failed' || run.status === 'canceled' ? { percentComplete: run.percent } : {}),
  ...(run.configId === null ? {} : { reportConfigId: run.configId }),
  ...(run.failure === null ? {} : { failureReason: run.failure }),
  ...(run.tagIds === null ? {} : { tokenTagIds: run.tagIds }),
  ...(run.scheduleId === null ? {} : { reportScheduleId: run.scheduleId }),
  ...(run.dueAt === null ? {} : { dueAtTime: wireTime(run.dueAt) }),
  createdAtTime: wireTime(run.createdAt),
  createdById: run.createdBy,
  updatedAtTime: wireTime(run.updatedAt),
});

export const runChanged = (run: RunRow): Changed<RunDocument> => ({ id: run.id, document: documentOf(run) });

/** A report that was asked for once. Its result is a copy of what the ledger has, and no part of it. */
export const reportRun: Resource<RunDocument> = {
  name: 'reportRun',
  scope: 'Read Custom Reports',
  id: 'uuid',
  document: RunDocument,
  about: () => [],
  read: async (database, orgId, ids) => (await readRuns(database, orgId, ids)).map(runChanged),
  present: (orgId) => sql`select id::text from report_run where org_id = ${orgId}`,
  served: (document) => servedRun(document),
};

/** A run as it is served. How far a pending one is, nobody has told. */
function servedRun(document: RunDocument): Run {
  const { definition, tokenTagIds, reportScheduleId, dueAtTime, createdById, ...facts } = document;
  return { percentComplete: facts.status === 'complete' ? 100 : 0, ...facts };
}

export const runWire = (run: RunRow): Run => ({
  ...servedRun(documentOf(run)),
  percentComplete: run.percent,
});
