import type { Sight } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database/database.ts';
import { filled, pick } from '../entities/fields.ts';
import { type Names, namedLinks, readNames } from '../entities/names.ts';
import type { PersonDocument } from '../people/document.ts';
import type { TagReference } from '../tags/reference.ts';
import { type Driver, driverDetails } from './schema.ts';

const DETAILS = Object.keys(driverDetails) as (keyof typeof driverDetails)[];

/** What the public spec gives as the value of a field that was never set. */
const UNSET = {
  eldAdverseWeatherExemptionEnabled: false,
  eldBigDayExemptionEnabled: false,
  eldDayStartHour: 0,
  eldExempt: false,
  eldPcEnabled: false,
  eldYmEnabled: false,
  timezone: 'America/Los_Angeles',
  waitingTimeDutyStatusEnabled: false,
};

/** A driver as the API serves one. */
export function toDriver(document: PersonDocument, names: Names): Driver {
  const { id, status } = document;
  const tag = (tagId: string | undefined): TagReference | undefined =>
    tagId === undefined ? undefined : names.tag(tagId);
  const driver: Driver = {
    ...pick(document, ['id', 'name', 'username', 'licenseNumber', 'licenseState']),
    driverActivationStatus: status,
    isDeactivated: status === 'deactivated',
    ...UNSET,
    ...pick(document, DETAILS),
    ...namedLinks(document, names),
    staticAssignedVehicle: names.vehicleOf(id),
    peerGroupTag: tag(document.peerGroupTagId),
    trailerGroupTag: tag(document.trailerGroupTagId),
    vehicleGroupTag: tag(document.vehicleGroupTagId),
    createdAtTime: document.createdAtTime,
    updatedAtTime: document.updatedAtTime,
  };
  return filled(driver) as Driver;
}

/** Drivers as the API serves them now. */
export async function serveDrivers(
  database: Queryable,
  sight: Sight,
  documents: readonly PersonDocument[],
): Promise<Driver[]> {
  const names = await readNames(database, sight, documents);
  return documents.map((document) => toDriver(document, names));
}
