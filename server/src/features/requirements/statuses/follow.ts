import { systemWriter } from '../../../kernel/auth.ts';
import { type Database, type Queryable, sql } from '../../../kernel/database/database.ts';
import { snapshot } from '../../../kernel/database/snapshot.ts';
import type { Follower, Services } from '../../../kernel/feature.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { shortTime, utcText, wireTime } from '../../../kernel/time.ts';
import { entityIdsAfter } from '../../directory/index.ts';
import type { Published } from '../authoring/content.ts';
import { publishedRequirements } from '../authoring/store.ts';
import { touchedRequirements } from '../facts/needs.ts';
import { type Organization, readOrganization } from '../facts/organization.ts';
import { assignAtOf, assignedCycles, type DueAssignment, makeAssignments } from './assign.ts';
import { type Evaluated, evaluate } from './evaluate.ts';
import {
  beginSweep,
  dueStatuses,
  moveOn,
  moveSweep,
  NoLongerOurs,
  nextSweep,
  organizationsBehind,
  type Position,
  releaseLease,
  takeLease,
} from './position.ts';
import { requirementStatus } from './resource.ts';
import { type Kept, type KeptRow, keptStatuses, keyOf, saveStatuses } from './store.ts';
import { touchedSince } from './touched.ts';

/** Changes that are read at once. */
const CHANGES = 500;
/** Subjects of a sweep that are looked at before anything else has its turn. */
const SUBJECTS = 500;
/** Statuses that are worked out for one write: others wait while it writes. */
const STATUSES = 500;
/** Writes for which statuses are worked out at a time, one reading its facts while the other thinks. */
const AHEAD = 2;

/** Keeps statuses up with the ledger and the clock. */
export const statusFollower: Follower = {
  behind: ({ database }) => organizationsBehind(database),
  follow: async (services, orgId, signal) => {
    const leaseId = newId();
    let position = await takeLease(services.database, orgId, leaseId);
    if (!position) return;
    try {
      while (position && !signal.aborted)
        position = await step(services, { orgId, leaseId, signal }, position);
    } catch (error) {
      if (!(error instanceof NoLongerOurs)) throw error;
    } finally {
      await releaseLease(services.database, orgId, leaseId);
    }
  },
};

interface Turn {
  orgId: string;
  leaseId: string;
  signal: AbortSignal;
}

/** What is to be worked out next. */
interface Work {
  at: string;
  requirements: readonly Published[];
  subjectIds: readonly string[];
  /** What is noted once it is done. */
  done(tx: Queryable): Promise<void>;
  position: Position;
}

/** The same, with what its requirements need to know of the organization. */
type Known = Work & { organization: Organization };

/** Works out what is next, and where the ledger is followed up to then; undefined when nothing is left. */
async function step(services: Services, turn: Turn, position: Position): Promise<Position | undefined> {
  const { database } = services;
  const work = await nextWork(database, turn.orgId, position);
  if (!work) return undefined;
  const { requirements, subjectIds } = work;
  const organization =
    subjectIds.length > 0 ? await readOrganization(database, turn.orgId, requirements) : undefined;
  if (organization) await keepAll(database, turn, { ...work, organization }, position);
  if (turn.signal.aborted) return undefined;
  await database.transaction(async (tx) => {
    await moveOn(tx, turn.orgId, turn.leaseId, work.position);
    await work.done(tx);
  });
  return work.position;
}

/** Works out and keeps the statuses of all the subjects: what was found is written while the next are worked out. */
async function keepAll(database: Database, turn: Turn, work: Known, position: Position): Promise<void> {
  const { requirements, subjectIds } = work;
  const size = Math.max(1, Math.floor(STATUSES / Math.max(1, requirements.length)));
  const ahead: Promise<Differing>[] = [];
  let kept: Promise<void> = Promise.resolve();
  for (let from = 0; (from < subjectIds.length || ahead.length > 0) && !turn.signal.aborted; ) {
    for (; ahead.length < AHEAD && from < subjectIds.length; from += size)
      ahead.push(caught(findDiffering(database, turn.orgId, work, subjectIds.slice(from, from + size))));
    const found = (await ahead.shift()) as Differing;
    await kept;
    kept = caught(keep(database, turn, work, found, position));
  }
  await kept;
}

/** Whoever awaits it is told of its failure, though that is later. */
function caught<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** What others did comes first, then what time has done, then whoever is still to be looked at. */
async function nextWork(database: Database, orgId: string, position: Position): Promise<Work | undefined> {
  const [row] = await database.rows(sql`
    select last_seq, ${utcText(sql`clock_timestamp()`)} from org_head where org_id = ${orgId}`);
  const [last, at] = row as [string, string];
  const all = await publishedRequirements(database, orgId);
  if (position.seq !== last) {
    const round = await touchedSince(database, orgId, position, last, CHANGES);
    const swept = round.shared.flatMap(({ resource, id }) => touchedRequirements(all, resource, id));
    return {
      at,
      requirements: all,
      subjectIds: round.subjectIds,
      position: round.position,
      done: (tx) => beginSweep(tx, orgId, [...new Set(swept.map(({ id }) => id))]),
    };
  }
  const due = await dueStatuses(database, orgId, at, STATUSES);
  if (due.subjectIds.length > 0) {
    const requirements = all.filter(({ id }) => due.requirementIds.includes(id));
    return { at, requirements, subjectIds: due.subjectIds, position, done: async () => {} };
  }
  const sweep = await nextSweep(database, orgId);
  if (!sweep) return undefined;
  const requirements = all.filter(({ id }) => sweep.requirementIds.includes(id));
  const ids = await entityIdsAfter(database, { orgId, tagIds: null }, sweep.afterId, SUBJECTS);
  return {
    at,
    requirements,
    subjectIds: ids,
    position,
    done: (tx) => moveSweep(tx, orgId, sweep, ids.at(-1)),
  };
}

/** What is to be written of statuses. */
interface Differing {
  differing: KeptRow[];
  /** Those of which only what will become of them differs, which the ledger is not told. */
  silent: KeptRow[];
  toAssign: DueAssignment[];
}

/** Works out the statuses of some subjects, and which of them differ from what is kept. */
async function findDiffering(
  database: Database,
  orgId: string,
  { requirements, organization, at }: Known,
  subjectIds: readonly string[],
): Promise<Differing> {
  const ids = requirements.map(({ id }) => id);
  const differing: KeptRow[] = [];
  const silent: KeptRow[] = [];
  const toAssign: DueAssignment[] = [];
  await snapshot(database, async (tx) => {
    const kept = await keptStatuses(tx, orgId, ids, subjectIds);
    const cycles = await assignedCycles(tx, orgId, ids, subjectIds);
    await evaluate(tx, orgId, requirements, organization, subjectIds, at, (each) => {
      const { requirement, subject, status } = each;
      const before = kept.get(keyOf(requirement.id, subject.id));
      const assignAt = assignAtOf(each, organization, cycles);
      const isNow = assignAt !== undefined && assignAt <= at;
      if (isNow) toAssign.push({ requirement, subject, dueAt: status.dueAt as string });
      if (!before && status.status === 'notNeeded' && !status.nextChangeAt) return;
      const row = rowOf(each, before, isNow ? undefined : assignAt);
      if (!before || !isSame(before, row)) differing.push(row);
      else if (!isSame(before, row, UNTOLD)) silent.push(row);
    });
  });
  return { differing, silent, toAssign };
}

/** What is kept of a status. Not by spreading it: telling why is worked out only for whoever asks. */
const rowOf = (
  { requirement, subject, status }: Evaluated,
  before: { id: string } | undefined,
  assignAt: string | undefined,
): KeptRow => ({
  id: before?.id ?? newId(),
  requirementId: requirement.id,
  subjectId: subject.id,
  subjectType: subject.type,
  status: status.status,
  isOverdue: status.isOverdue,
  isInHand: status.isInHand,
  since: status.since,
  until: status.until,
  dueAt: status.dueAt,
  graceUntil: status.graceUntil,
  nextChangeAt: status.nextChangeAt,
  lapsesAt: status.outlook.lapsesAt,
  overdueAt: status.outlook.overdueAt,
  assignAt,
});

/** Keeps statuses that differ, and tells the ledger. */
async function keep(
  database: Database,
  turn: Turn,
  { organization }: Known,
  { differing, silent, toAssign }: Differing,
  position: Position,
): Promise<void> {
  const { orgId } = turn;
  const keepSilent = async (tx: Queryable): Promise<void> => {
    await moveOn(tx, orgId, turn.leaseId, position);
    await saveStatuses(tx, orgId, silent, undefined);
  };
  if (differing.length === 0 && toAssign.length === 0) {
    if (silent.length > 0) await database.transaction(keepSilent);
    return;
  }
  await write(database, systemWriter(orgId, 'requirements'), async (tx) => {
    await keepSilent(tx);
    await saveStatuses(tx, orgId, differing, tx.at);
    tx.changed(
      requirementStatus,
      'transition',
      differing.map((row) => told(tx, row)),
    );
    await makeAssignments(tx, organization, toAssign);
  });
}

/** What of a status the ledger is told. */
const TOLD = [
  'status',
  'isOverdue',
  'isInHand',
  'since',
  'until',
  'dueAt',
  'graceUntil',
  'nextChangeAt',
] as const;
const UNTOLD = ['lapsesAt', 'overdueAt', 'assignAt'] as const;

const isSame = (a: Kept, b: Kept, fields: readonly (keyof Kept)[] = TOLD): boolean =>
  fields.every((field) => a[field] === b[field]);

/** A kept status for the ledger. */
function told(tx: Tx, row: KeptRow) {
  const { id, requirementId, subjectId, subjectType, status, isOverdue, isInHand, since } = row;
  const time = (moment: string | undefined) => moment && shortTime(moment);
  const document = {
    id,
    requirementId,
    subject: { id: subjectId, type: subjectType },
    status,
    isOverdue,
    isInHand,
    since: shortTime(since),
    until: time(row.until),
    dueAt: time(row.dueAt),
    graceUntil: time(row.graceUntil),
    nextChangeAt: time(row.nextChangeAt),
    updatedAtTime: wireTime(tx.at),
  };
  return { id, document };
}
