import { sql } from '../../../kernel/database/database.ts';
import { column, type Dataset } from '../../../kernel/dataset.ts';

const { text, time, count } = column;

/**
 * One row an object that a write changed: who, when, what; without its document once that was erased. A token
 * limited to tags sees none of it.
 */
export const ledgerChanges: Dataset = {
  id: 'LedgerChanges',
  label: 'Ledger changes',
  scopes: ['Read Ledger'],
  columns: [
    count('sequence', 'Write: number', sql`entry.seq`),
    time('atTime', 'Changed at', sql`entry.at`),
    text('actorId', 'Changed by: ID', sql`entry.actor`),
    text('actorName', 'Changed by: name', sql`person.name`),
    text('requestId', 'Request: ID', sql`entry.request_id`),
    text('resource', 'Object: kind', sql`change.resource`),
    text('objectId', 'Object: ID', sql`change.id`),
    text('operation', 'Operation', sql`change.operation`),
    text('document', 'Object: document', sql`change.document::text`),
    text('hash', 'Write: hash', sql`entry.hash`),
  ],
  source: ({ orgId }) => sql`
    from ledger_write entry
    join ledger_change change on change.org_id = ${orgId} and change.seq = entry.seq
    left join person on person.org_id = ${orgId}
      and person.id = substring(entry.actor from '^(?:user|driver)-(\\d{1,18})$')::bigint
    where entry.org_id = ${orgId}`,
  time: { value: sql`entry.at`, limitDays: 366 },
  entity: 'hidden',
  order: sql`entry.seq, change.resource, change.id`,
};
