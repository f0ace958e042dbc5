import { type Queryable, sql } from '../../../kernel/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Stamp } from '../../../kernel/ledger/write.ts';
import { type Problems, refuseRepeated } from '../../../kernel/problems.ts';
import { parseTime } from '../../../kernel/time.ts';
import { setAttributes } from '../attributes/links.ts';
import { knownFields } from '../entities/known-fields.ts';
import { mergeExternalIds } from '../external-ids/merge.ts';
import { type PersonRow, readPeople, savePeople, takeIds } from '../people/store.ts';
import { recordServed } from '../record.ts';
import { assigned, assignStatically, refuseShared, requireEntities } from '../vehicles/static-assignment.ts';
import { replaceTags, requireOwnTag, requireTags, type Scope } from '../tags/links.ts';
import { selectVehicles } from '../vehicles/store.ts';
import { type Driver, driverDetails, type UpdateDriver } from './schema.ts';
import { selectDrivers, takenNames } from './store.ts';

/** One driver to write: a known one has an id, a new one has a name. */
export interface DriverWrite {
  id?: string;
  fields: UpdateDriver;
  /** Only by import: this surface knows no email of drivers, others do. */
  email?: string;
  passwordHash?: string;
}

/** Adds or changes drivers inside a write; answers them as served, in the order given. */
export async function saveDrivers(
  tx: Queryable,
  stamp: Stamp,
  scope: Scope,
  items: readonly DriverWrite[],
  problems: Problems,
): Promise<Driver[]> {
  const { orgId } = scope;
  const known = await readPeople(
    tx,
    orgId,
    'driver',
    items.flatMap(({ id }) => id ?? []),
  );
  const fresh = await takeIds(tx, items.filter(({ id }) => !id).length);
  const rows = items.map((item, index): PersonRow => {
    const before = item.id ? known.get(item.id) : undefined;
    if (item.id && !before) problems.add(index, notFound(`No driver ${item.id}.`));
    return merged(item.id ?? (fresh.shift() as string), before, item);
  });
  await refuseTaken(tx, orgId, rows, problems);
  await requireTags(
    tx,
    scope,
    items.flatMap(({ fields }, index) => namedTags(fields, index)),
    problems,
  );
  for (const [index, { id, fields }] of items.entries())
    if (!id || fields.tagIds) requireOwnTag(scope, index, fields.tagIds ?? [], problems);
  const pairs = items.flatMap(({ fields: { staticAssignedVehicleId: vehicle } }, index) =>
    vehicle === undefined
      ? []
      : [{ index, driverId: rows[index]?.id as string, vehicleId: assigned(vehicle) }],
  );
  refuseShared(pairs, problems);
  await requireEntities(
    tx,
    scope,
    'vehicle',
    pairs.map(({ index, vehicleId }) => ({
      index,
      field: 'staticAssignedVehicleId',
      ids: vehicleId ? [vehicleId] : [],
    })),
    problems,
  );
  problems.check();
  await savePeople(tx, orgId, stamp.at, rows);
  const link = items.map(({ fields }, index) => ({ fields, index, entityId: rows[index]?.id as string }));
  await replaceTags(
    tx,
    scope,
    'driver',
    link.flatMap(({ fields: { tagIds }, entityId }) => (tagIds ? [{ entityId, tagIds }] : [])),
  );
  await mergeExternalIds(
    tx,
    orgId,
    'driver',
    link.map((item) => ({ ...item, ids: item.fields.externalIds ?? {} })),
    problems,
  );
  await setAttributes(
    tx,
    orgId,
    'driver',
    link.map(({ fields, ...item }) => ({ ...item, attributes: fields.attributes ?? [] })),
    problems,
  );
  problems.check();
  const touched = await assignStatically(tx, orgId, stamp.at, pairs);
  const ids = rows.map(({ id }) => id);
  const written = new Set(ids);
  const others = touched.drivers.filter((id) => !written.has(id));
  const driver = { resource: 'driver', column: sql`person.id`, select: selectDrivers };
  const vehicle = { resource: 'vehicle', column: sql`vehicle.id`, select: selectVehicles };
  await recordServed(tx, stamp, orgId, { ...driver, ids: others }, () => 'update');
  await recordServed(tx, stamp, orgId, { ...vehicle, ids: touched.vehicles }, () => 'update');
  return recordServed(tx, stamp, orgId, { ...driver, ids }, (index) =>
    items[index]?.id ? 'update' : 'create',
  );
}

const DETAILS = Object.keys(driverDetails) as (keyof typeof driverDetails)[];

/** The row after the write: what was not sent stays, an empty text clears. */
function merged(
  id: string,
  before: PersonRow | undefined,
  { fields, email, passwordHash }: DriverWrite,
): PersonRow {
  const details: Record<string, unknown> = { ...before?.details };
  for (const key of DETAILS) {
    const value = knownFields(driverDetails[key], fields[key]);
    if (value === undefined) continue;
    if (value === null || value === '') delete details[key];
    else if (key === 'carrierSettings' || key === 'hosSetting')
      details[key] = { ...(details[key] as object), ...(value as object) };
    else details[key] = value;
  }
  const status = fields.driverActivationStatus ?? before?.status ?? 'active';
  if (fields.deactivatedAtTime)
    details.deactivatedAtTime = parseTime('deactivatedAtTime', fields.deactivatedAtTime);
  if (status === 'active') delete details.deactivatedAtTime;
  const pick = (sent: string | undefined, kept: string | null | undefined): string | null =>
    sent === undefined ? (kept ?? null) : sent || null;
  return {
    id,
    type: 'driver',
    name: fields.name ?? before?.name ?? '',
    username: pick(fields.username, before?.username),
    email: email ?? before?.email ?? null,
    status,
    licenseNumber: pick(fields.licenseNumber, before?.licenseNumber),
    licenseState: pick(fields.licenseState, before?.licenseState),
    peerGroupTagId: pick(fields.peerGroupTagId, before?.peerGroupTagId),
    trailerGroupTagId: pick(fields.trailerGroupTagId, before?.trailerGroupTagId),
    vehicleGroupTagId: pick(fields.vehicleGroupTagId, before?.vehicleGroupTagId),
    expireAt: null,
    passwordHash,
    details,
  };
}

const namedTags = (fields: UpdateDriver, index: number) => [
  { index, field: 'tagIds', ids: fields.tagIds ?? [] },
  ...(['peerGroupTagId', 'trailerGroupTagId', 'vehicleGroupTagId'] as const).map((field) => ({
    index,
    field,
    ids: fields[field] ? [fields[field]] : [],
  })),
];

/** Usernames and licenses are unique; the organization's writes are in line, so nobody takes one meanwhile. */
async function refuseTaken(
  tx: Queryable,
  orgId: string,
  rows: PersonRow[],
  problems: Problems,
): Promise<void> {
  const usernames = rows.map((row) => row.username?.toLowerCase());
  const licenses = rows.map((row) =>
    row.licenseNumber && row.licenseState
      ? `${row.licenseNumber} ${row.licenseState}`.toLowerCase()
      : undefined,
  );
  const usernameTaken = (name: string) => invalid('username', `"${name}" is taken.`);
  const licenseTaken = (name: string) => invalid('licenseNumber', `the license ${name} is another driver's.`);
  refuseRepeated(usernames, problems, usernameTaken);
  refuseRepeated(licenses, problems, licenseTaken);
  const taken = await takenNames(tx, orgId, rows);
  for (const [index, row] of rows.entries()) {
    if (taken.usernames.has(usernames[index] ?? ''))
      problems.add(index, usernameTaken(row.username as string));
    if (taken.licenses.has(licenses[index] ?? ''))
      problems.add(index, licenseTaken(`${row.licenseNumber} ${row.licenseState}`));
  }
}
