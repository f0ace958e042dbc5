import type { Writer } from '../../../kernel/auth.ts';
import type { Services } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { readFields } from '../../fields/index.ts';
import { keepMedia, withMedia } from '../../media/index.ts';
import { QUALIFICATION_RULES } from '../field-rules.ts';
import type { QualificationType } from '../types/schema.ts';
import { newRecord } from './create.ts';
import { datesOfNew } from './dates.ts';
import { changedRecord, type RecordStatus } from './document.ts';
import type { Owner } from './owner.ts';
import { qualificationRecord } from './resource.ts';
import { saveRecords } from './store.ts';

/** A record with the past that another system kept. Times are RFC 3339. */
export interface PastRecord extends Owner {
  id: string;
  type: QualificationType;
  issueDate: string;
  expirationDate?: string;
  /** Values as a request has them. */
  fields: readonly unknown[];
  recordStatus: RecordStatus;
  supersedesId?: string;
}

/**
 * Adds records with their past in one write, each checked as a request would be.
 *
 * @returns how many were added.
 */
export async function importRecords(
  services: Pick<Services, 'database' | 'blobs'>,
  writer: Writer,
  items: readonly PastRecord[],
): Promise<number> {
  const read = await Promise.all(
    items.map(async ({ type, fields: inputs, ...item }) => {
      const { fields, media } = await readFields(services, writer, {
        definitions: type.fields,
        inputs,
        rules: QUALIFICATION_RULES,
        complete: true,
      });
      return { ...item, ...datesOfNew(item, type.expiration), type, fields, media };
    }),
  );
  const media = read.flatMap((item) => item.media);
  return withMedia(services, writer.orgId, media, () =>
    write(services.database, writer, async (tx) => {
      await keepMedia(tx, media);
      const renewed = new Set(read.map(({ supersedesId }) => supersedesId));
      const rows = read.map(({ id, type, recordStatus, ...item }) => {
        const made = newRecord(tx, type, item);
        const archivedAt = recordStatus === 'archived' && !renewed.has(id) ? tx.at : null;
        return { ...made, document: { ...made.document, id, recordStatus }, archivedAt };
      });
      await saveRecords(tx, rows);
      for (const row of rows) {
        const operation = row.document.recordStatus === 'deleted' ? 'delete' : 'create';
        tx.changed(qualificationRecord, operation, [changedRecord(row, {})]);
      }
      return rows.length;
    }),
  );
}
