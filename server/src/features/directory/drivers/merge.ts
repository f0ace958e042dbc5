import { parseTime } from '../../../kernel/time.ts';
import { knownFields } from '../entities/fields.ts';
import { newPerson, type PersonRow } from '../people/store.ts';
import { driverDetails, type UpdateDriver } from './schema.ts';

/** One driver to write: a known one has an id, a new one has a name. */
export interface DriverWrite {
  id?: string;
  fields: UpdateDriver;
  /** Only by import: this surface knows no email of drivers, others do. */
  email?: string;
  passwordHash?: string;
}

const DETAILS = Object.keys(driverDetails) as (keyof typeof driverDetails)[];

/** The row after the write: what was not sent stays, an empty text clears. */
export function mergeDriver(
  id: string,
  before: PersonRow | undefined,
  { fields, email, passwordHash }: DriverWrite,
): PersonRow {
  const row = before ?? newPerson(id, 'driver');
  const status = fields.driverActivationStatus ?? row.status;
  const pick = (sent: string | undefined, kept: string | null): string | null =>
    sent === undefined ? kept : sent || null;
  return {
    ...row,
    name: fields.name ?? row.name,
    username: pick(fields.username, row.username),
    email: email ?? row.email,
    status,
    licenseNumber: pick(fields.licenseNumber, row.licenseNumber),
    licenseState: pick(fields.licenseState, row.licenseState),
    peerGroupTagId: pick(fields.peerGroupTagId, row.peerGroupTagId),
    trailerGroupTagId: pick(fields.trailerGroupTagId, row.trailerGroupTagId),
    vehicleGroupTagId: pick(fields.vehicleGroupTagId, row.vehicleGroupTagId),
    passwordHash,
    details: mergeDetails(row.details, fields, status),
  };
}

function mergeDetails(
  before: PersonRow['details'],
  fields: UpdateDriver,
  status: PersonRow['status'],
): PersonRow['details'] {
  const details: Record<string, unknown> = { ...before };
  for (const key of DETAILS) {
    const value = knownFields(driverDetails[key], fields[key]);
    if (value === undefined) continue;
    if (value === null || value === '') delete details[key];
    else if (key === 'carrierSettings' || key === 'hosSetting')
      details[key] = { ...(details[key] as object), ...(value as object) };
    else details[key] = value;
  }
  if (fields.deactivatedAtTime)
    details.deactivatedAtTime = parseTime('deactivatedAtTime', fields.deactivatedAtTime);
  if (status === 'active') delete details.deactivatedAtTime;
  return details;
}
