import { isDeepStrictEqual } from 'node:util';
import type { Writer } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { unseenIn } from '../../../kernel/text.ts';
import { CLIENT_CLOCK_SKEW_MS, parseTime, shortTime, wireTime } from '../../../kernel/time.ts';
import { findSubjects, type SubjectEntity, subjectNames } from '../../directory/index.ts';
import { readDetails } from './details.ts';
import { occurrence } from './resource.ts';
import type { CreateOccurrence, Occurrence } from './schema.ts';
import { addOccurrence, occurrenceNamed } from './store.ts';

/**
 * Notes that something happened to a subject. What is told again by its type and external id is answered as it is,
 * and `isKnown` is called.
 *
 * @throws 400 for a time in the future, or for other facts than those it was told with before; 404
 */
export function createOccurrence(
  database: Database,
  writer: Writer,
  input: CreateOccurrence,
  isKnown: () => void,
): Promise<Occurrence> {
  const type = input.type.trim();
  const { externalId } = input;
  for (const [field, code = ''] of [
    ['type', type],
    ['externalId', externalId],
  ] as const) {
    const unseen = unseenIn(code);
    if (unseen) throw invalid(field, `${unseen}.`);
  }
  const at = parseTime('at', input.at);
  const details = input.details === undefined ? {} : readDetails(input.details);
  return write(database, writer, async (tx) => {
    if (Date.parse(at) > Date.parse(wireTime(tx.at)) + CLIENT_CLOCK_SKEW_MS)
      throw invalid('at', 'it is in the future; tell what has happened.');
    const [subject] = (await findSubjects(tx, tx, 'subjectId', [input.subjectId])) as [SubjectEntity];
    const told = { subject, type, at: shortTime(at), ...(externalId ? { externalId } : {}), details };
    const known = externalId && (await occurrenceNamed(tx, tx.orgId, type, externalId));
    if (known) {
      await refuseOthers(tx, known, told);
      isKnown();
      return known;
    }
    const made = await addOccurrence(tx, { id: newId(), ...told });
    tx.changed(occurrence, 'create', [{ id: made.id, document: made }]);
    return made;
  });
}

/** @throws 400 when what is told is not what is known under the same name; no word of what whoever tells may not see */
async function refuseOthers(
  tx: Tx,
  known: Occurrence,
  told: Pick<Occurrence, 'subject' | 'at' | 'details'>,
): Promise<void> {
  const differing = [
    ...(known.subject.id === told.subject.id ? [] : ['subjectId']),
    ...(known.at === told.at ? [] : ['at']),
    ...(isDeepStrictEqual(known.details, told.details) ? [] : ['details']),
  ];
  if (differing.length === 0) return;
  const seen = await subjectNames(tx, tx, [known.subject.id]);
  throw invalid(
    'externalId',
    seen.size === 0
      ? `"${known.externalId}" is taken.`
      : `"${known.externalId}" is occurrence ${known.id}, whose ${differing.join(' and ')} ${differing.length > 1 ? 'differ' : 'differs'}. Send it as it was, or with another externalId.`,
  );
}
