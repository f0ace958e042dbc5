import { ApiError } from '../../../kernel/errors.ts';
import { parseActor } from '../../../kernel/ids.ts';
import type { Changed, Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { withoutFiles } from '../../fields/index.ts';
import type { QualificationRecord } from './schema.ts';

/** A record as its row keeps it: without external ids, its files by what was uploaded. */
export type StoredRecord = Omit<QualificationRecord, 'externalIds'>;

export type RecordStatus = StoredRecord['recordStatus'];

/** What the row of a record has beside the document. */
export interface RecordRow {
  document: StoredRecord;
  ownerType: 'driver' | 'user' | 'vehicle';
  /** When it was archived by hand, as PostgreSQL's text. */
  archivedAt?: string | null;
}

/** A record in the ledger: what its row has beside what is served, too. */
export type RecordDocument = QualificationRecord & { archivedAtTime?: string };

/** Everything beyond ASCII, a UTF-16 unit each. */
const BEYOND_ASCII = /[\u0080-\uffff]/g;

/** The largest record without its media, in bytes: a page has 512 of them. */
const LARGEST = 512 * 1024;

/**
 * The stored text. It is ASCII, so that pages of it are copied and not encoded. The owner comes last: a page with
 * external ids is made by putting them before the two braces at the end.
 *
 * @throws 413 for a record that is too large.
 */
export function documentText({ owner, ...rest }: StoredRecord): string {
  const text = JSON.stringify({ ...rest, owner }).replace(
    BEYOND_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (text.length > LARGEST && withoutFiles(text).length > LARGEST)
    throw new ApiError(413, `fields: without media the record is larger than ${LARGEST} bytes.`);
  return text;
}

/** `record` as changed by this write. */
export const touched = (tx: Tx, record: StoredRecord): StoredRecord => ({
  ...record,
  updatedAtTime: wireTime(tx.at),
  updatedBy: parseActor(tx.actor),
});

/** A record with its external ids, if it has any. */
export const withExternalIds = (
  record: StoredRecord,
  externalIds: Record<string, string>,
): QualificationRecord => (Object.keys(externalIds).length > 0 ? { ...record, externalIds } : record);

/** A changed record for the ledger; `about` names others than its owner. */
export const changedRecord = (
  { document, archivedAt }: RecordRow,
  externalIds: Record<string, string>,
  about: readonly string[] = [],
): Changed<RecordDocument> => ({
  id: document.id,
  document: {
    ...withExternalIds(document, externalIds),
    ...(archivedAt ? { archivedAtTime: wireTime(archivedAt) } : {}),
  },
  about,
});
