import { isDeepStrictEqual } from 'node:util';
import type { Writer } from '../../../kernel/auth.ts';
import { isZone } from '../../../kernel/calendar.ts';
import { type Database, type Queryable, sql } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { readAttributes } from '../attributes/document.ts';
import { organization } from '../resources.ts';
import {
  type OrganizationDocument,
  type OrganizationSettings,
  type PatchOrganizationSettings,
  readOrganizations,
  toSettings,
} from './document.ts';

export async function readSettings(database: Queryable, orgId: string): Promise<OrganizationSettings> {
  const [found] = await readOrganizations(database, orgId, [orgId]);
  if (!found) throw notFound(`No organization ${orgId}.`);
  return toSettings(found.document as OrganizationDocument);
}

export async function organizationName(database: Queryable, orgId: string): Promise<string> {
  const [row] = await database.rows(sql`select name from org where org_id = ${orgId}`);
  return row?.[0] ?? '';
}

/**
 * Changes what is named and leaves the rest.
 *
 * @throws 400 for what is no zone, or an attribute that is no date; 404 for one that is not there.
 */
export async function changeSettings(
  database: Database,
  writer: Writer,
  patch: PatchOrganizationSettings,
): Promise<OrganizationSettings> {
  if (patch.timeZone !== undefined) requireZone(patch.timeZone);
  return write(database, writer, (tx) => applySettings(tx, patch));
}

/** @throws 400 for what is no zone */
export function requireZone(timeZone: string): void {
  if (!isZone(timeZone)) throw invalid('timeZone', `"${timeZone.slice(0, 60)}" is not an IANA time zone.`);
}

/** The same inside a write, of a zone that is one. */
export async function applySettings(
  tx: Tx,
  { timeZone, startDateAttributeId }: PatchOrganizationSettings,
): Promise<OrganizationSettings> {
  if (typeof startDateAttributeId === 'string') await requireDate(tx, startDateAttributeId);
  const before = await readSettings(tx, tx.orgId);
  const after = toSettings({
    timeZone: timeZone ?? before.timeZone,
    startDateAttributeId:
      startDateAttributeId === undefined
        ? before.startDateAttributeId
        : (startDateAttributeId?.toLowerCase() ?? undefined),
  });
  if (isDeepStrictEqual(after, before)) return before;
  await tx.rows(sql`
    update org set time_zone = ${after.timeZone}, start_date_attribute_id = ${after.startDateAttributeId ?? null}
    where org_id = ${tx.orgId}`);
  tx.changed(organization, 'update', [tx.orgId]);
  return after;
}

async function requireDate(tx: Tx, id: string): Promise<void> {
  const [found] = isUuid(id) ? await readAttributes(tx, tx.orgId, [id]) : [];
  if (!found) throw notFound(`startDateAttributeId: no attribute ${id.slice(0, 60)}.`);
  const { name, attributeType } = found.document as { name: string; attributeType: string };
  if (attributeType !== 'date')
    throw invalid(
      'startDateAttributeId',
      `"${name}" is of the type ${attributeType}; use one of the type date.`,
    );
}

/** @throws 400 for the attribute that says when people started: rules count from it */
export async function refuseStartDate(tx: Tx, attributeId: string): Promise<void> {
  if ((await readSettings(tx, tx.orgId)).startDateAttributeId === attributeId)
    throw invalid(
      'id',
      'the settings of the organization name it as the start date; change them first (PATCH /organization/settings).',
    );
}
