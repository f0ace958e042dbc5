import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { Time, Type } from '../../../kernel/schema.ts';
import { QualificationFieldDocument, servedFields } from '../../fields/index.ts';
import type { RecordDocument } from './document.ts';
import { QualificationRecord } from './schema.ts';
import { readDocuments } from './store.ts';

const { owner, ...properties } = QualificationRecord.properties;
const { entityType, id } = owner.properties;

export const qualificationRecord: Resource<RecordDocument> = {
  name: 'qualificationRecord',
  scope: 'Read Qualification Records',
  id: 'uuid',
  document: Type.Object({
    ...properties,
    fields: Type.Array(QualificationFieldDocument),
    owner: Type.Object({ entityType, id }),
    archivedAtTime: Type.Optional(Time('When it was archived by hand: from then on it is no evidence.')),
  }),
  about: (document) => [document.owner.id],
  // Deleted ones too: their external ids can still go over to another record.
  read: readDocuments,
  present: (orgId) =>
    sql`select id::text from qualification_record where org_id = ${orgId} and status <> 'deleted'`,
  // As it is read without external ids.
  served: ({ externalIds: _, archivedAtTime: _at, ...document }) => ({
    ...document,
    fields: servedFields(document.fields),
  }),
  externalIds: true,
};
