import type { Services } from '../../../kernel/feature.ts';
import { type Writer, write } from '../../../kernel/ledger/write.ts';
import { readFields } from '../../fields/index.ts';
import { keepMedia, withMedia } from '../../media/index.ts';
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
  /** Values as a request has them. */
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
  services: Pick<Services, 'database' | 'blobs'>,
  writer: Writer,
  items: readonly PastRecord[],
): Promise<number> {
  const read = await Promise.all(
    items.map(async ({ type, fields: inputs, ...item }) => {
      const caller = { orgId: writer.orgId, tagIds: null };
      const request = { definitions: type.fields, inputs, dialect: 'qualification', complete: true } as const;
      const { fields, media } = await readFields(services, caller, request);
      return { ...item, ...datesOfNew(item, type.expiration), type, fields, media };
    }),
  );
  const media = read.flatMap((item) => item.media);
  return withMedia(services, writer.orgId, media, () =>
    write(services.database, writer, async (tx, stamp) => {
      await keepMedia(tx, writer.orgId, media, stamp);
      const rows = read.map(({ id, type, recordStatus, ...item }) => {
        const made = newRecord(writer, stamp, type, item);
        return { ...made, document: { ...made.document, id, recordStatus } };
      });
      await saveRecords(tx, writer.orgId, rows, { at: stamp.at, actor: writer.actor });
      stamp.record(...rows.map(({ document }) => recordChange('create', document, {})));
      return rows.length;
    }),
  );
}
