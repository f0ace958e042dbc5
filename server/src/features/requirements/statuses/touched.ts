import type { Queryable } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { type Touched, touchedAfter } from '../../../kernel/ledger/versions.ts';
import { driver, organization, tag, user, vehicle } from '../../directory/index.ts';
import { formSubmission } from '../../forms/index.ts';
import { qualificationRecord } from '../../qualifications/index.ts';
import { trainingAssignment, trainingCourse } from '../../training/index.ts';
import { requirement } from '../authoring/resource.ts';
import { occurrence } from '../occurrences/resource.ts';
import { waiver } from '../waivers/resource.ts';
import type { Position } from './position.ts';

/** Kinds of objects that statuses of those whom they are about depend on. */
const CONCERNING = [
  driver,
  user,
  vehicle,
  trainingAssignment,
  qualificationRecord,
  formSubmission,
  waiver,
  occurrence,
] as Resource[];

/** Kinds that are about nobody, and what of them statuses depend on. */
const SHARED: Record<string, readonly string[]> = {
  [tag.name]: ['parentTagId'],
  [trainingCourse.name]: ['revisionId', 'categoryId', 'status'],
  [organization.name]: ['timeZone', 'startDateAttributeId'],
  [requirement.name]: ['revisionId', 'state'],
};

/** Whom and what some entries of the ledger have touched. */
export interface Round {
  subjectIds: string[];
  /** Objects about nobody whose change can concern everybody. */
  shared: { resource: string; id: string }[];
  /** Where the ledger is followed up to then. */
  position: Position;
}

/** Reads up to `limit` changes after a position; `last` is the last entry there is. */
export async function touchedSince(
  database: Queryable,
  orgId: string,
  { seq, resource, id }: Position,
  last: string,
  limit: number,
): Promise<Round> {
  const concerning = new Map(CONCERNING.map((each) => [each.name, each]));
  const kinds = [...concerning.keys(), ...Object.keys(SHARED)];
  // Within the entry that was begun, or else after the whole of the last one.
  const after = resource
    ? { seq: String(BigInt(seq) + 1n), resource, id }
    : { seq, resource: '\u{10ffff}', id: '' };
  const changes = await touchedAfter(database, orgId, kinds, after, limit);
  const subjectIds = new Set<string>();
  const shared: Round['shared'] = [];
  for (const change of changes) {
    const kind = concerning.get(change.resource);
    if (!kind) {
      if (differs(change)) shared.push({ resource: change.resource, id: change.id });
      continue;
    }
    for (const text of [change.document, change.before])
      if (text) for (const each of kind.about(JSON.parse(text))) subjectIds.add(each);
  }
  const end = changes.length < limit ? undefined : changes.at(-1);
  return {
    subjectIds: [...subjectIds],
    shared,
    position: end
      ? { seq: String(BigInt(end.seq) - 1n), resource: end.resource, id: end.id }
      : { seq: last, resource: '', id: '' },
  };
}

function differs({ resource, document, before }: Touched): boolean {
  if (!document || !before) return true;
  const [now, then] = [JSON.parse(document), JSON.parse(before)];
  return (SHARED[resource] ?? []).some((field) => now[field] !== then[field]);
}
