import { ApiError } from '../../../kernel/errors.ts';
import type { Change, Stamp, Writer } from '../../../kernel/ledger/write.ts';
import { wireTime } from '../../../kernel/time.ts';
import { personOf } from '../person.ts';
import type { QualificationRecord } from './schema.ts';

/** A record as it is stored: without external ids, its media without state and address. */
export type StoredRecord = Omit<QualificationRecord, 'externalIds'>;

/** What the row of a record has beside the document. */
export interface RecordRow {
  document: StoredRecord;
  ownerType: 'driver' | 'user' | 'vehicle';
}

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
  if (text.length > LARGEST)
    throw new ApiError(413, `fields: without media the record is larger than ${LARGEST} bytes.`);
  return text;
}

/** `record` as changed by this write. */
export const touched = (record: StoredRecord, writer: Writer, stamp: Stamp): StoredRecord => ({
  ...record,
  updatedAtTime: wireTime(stamp.at),
  updatedBy: personOf(writer.actor),
});

/** What the ledger keeps of a record: the document with its external ids. */
export const recordChange = (
  operation: Change['operation'],
  record: StoredRecord,
  externalIds: Record<string, string>,
): Change => ({
  resource: 'qualificationRecord',
  id: record.id,
  operation,
  document: JSON.stringify(withExternalIds(record, externalIds)),
});

/** A record with its external ids, if it has any. */
export const withExternalIds = (
  record: StoredRecord,
  externalIds: Record<string, string>,
): QualificationRecord => (Object.keys(externalIds).length > 0 ? { ...record, externalIds } : record);
