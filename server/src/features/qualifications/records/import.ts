import type { Database } from '../../../kernel/database.ts';
import { type Writer, write } from '../../../kernel/write.ts';
import { readFields } from '../../forms/index.ts';
import type { QualificationType } from '../types/schema.ts';
import { newRecord } from './create.ts';
import { datesOfNew } from './dates.ts';
import { recordChange, type StoredRecord } from './document.ts';
import type { Owner } from './owner.ts';
import { saveRecords } from './store.ts';

/** A record with the past that another system kept. Times are RFC 3339. */
export interface PastRecord extends Owner {
  id: string;
  type: QualificationType;
  issueDate: string;
  expirationDate?: string;
  /** Values as a request has them, without media. */
  fields: readonly unknown[];
  recordStatus: StoredRecord['recordStatus'];
  supersedesId?: string;
}

/**
 * Adds records with their past in one write, each checked as a request would be.
 *
 * @returns how many were added.
 */
export async function importRecords(
  database: Database,
  writer: Writer,
  items: readonly PastRecord[],
): Promise<number> {
  const read = await Promise.all(
    items.map(async ({ type, fields: inputs, ...item }) => {
      const caller = { orgId: writer.orgId, tagIds: null };
      const request = { definitions: type.fields, inputs, dialect: 'qualification', complete: true } as const;
      const { fields } = await readFields({ database }, caller, request);
      return { ...item, ...datesOfNew(item, type.expiration), type, fields };
    }),
  );
  return write(database, writer, async (tx, stamp) => {
    const rows = read.map(({ id, type, recordStatus, ...item }) => {
      const made = newRecord(writer, stamp, type, item);
      return { ...made, document: { ...made.document, id, recordStatus } };
    });
    await saveRecords(tx, writer.orgId, rows, { at: stamp.at, actor: writer.actor });
    stamp.record(...rows.map(({ document }) => recordChange('create', document, {})));
    return rows.length;
  });
}
