import type { Sight } from '../../../kernel/auth.ts';
import { and, columns, type Queryable, type Row, type Sql, sql } from '../../../kernel/database/database.ts';
import type { PersonType } from '../../../kernel/ids.ts';
import type { Changed, Resource, Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import { visibleTo } from '../../directory/index.ts';
import { type DeviceEnd, type SignInDevice, SignInDeviceDocument } from './schema.ts';

export interface DeviceRow {
  id: string;
  personId: string;
  personType: PersonType;
  deviceName: string;
  madeAt: string;
  endedAt: string | null;
  endReason: DeviceEnd | null;
}

const DEVICE = columns<DeviceRow>({
  id: sql`id`,
  personId: sql`person_id`,
  personType: sql`person_type`,
  deviceName: sql`device_name`,
  madeAt: sql`made_at`,
  endedAt: sql`ended_at`,
  endReason: sql`end_reason`,
});

const select = async (database: Queryable, orgId: string, rest: Sql): Promise<DeviceRow[]> =>
  (await database.rows(sql`select ${DEVICE.list} from sign_in_device where org_id = ${orgId} ${rest}`)).map(
    DEVICE.read,
  );

export const servedDevice = (row: DeviceRow): SignInDevice => ({
  id: row.id,
  personId: row.personId,
  personType: row.personType,
  deviceName: row.deviceName,
  madeAtTime: wireTime(row.madeAt),
});

export const deviceChanged = (row: DeviceRow): Changed<SignInDeviceDocument> => ({
  id: row.id,
  document: {
    ...servedDevice(row),
    ...(row.endedAt === null ? {} : { endedAtTime: wireTime(row.endedAt) }),
    ...(row.endReason === null ? {} : { endReason: row.endReason }),
  },
});

/** A device that takes a PIN. One that has ended is deleted, though its row stays. */
export const signInDevice: Resource<SignInDeviceDocument> = {
  name: 'signInDevice',
  scope: 'Read Accounts',
  id: 'uuid',
  document: SignInDeviceDocument,
  about: ({ personId }) => [personId],
  read: async (database, orgId, ids) =>
    (await select(database, orgId, sql`and id = any(${ids}::uuid[])`)).map(deviceChanged),
  present: (orgId) => sql`select id::text from sign_in_device where org_id = ${orgId} and ended_at is null`,
};

/** Living devices of people in sight, newest first, and one more to tell whether another follows. */
export const listDevices = (
  database: Queryable,
  sight: Sight,
  id: string | undefined,
  before: string | undefined,
  limit: number,
): Promise<DeviceRow[]> =>
  select(
    database,
    sight.orgId,
    sql`and ended_at is null ${and(
      id !== undefined && sql`id = ${id}::uuid`,
      before !== undefined && sql`id < ${before}::uuid`,
    )} ${visibleTo(sight, sql`sign_in_device.person_id`)} order by id desc limit ${limit + 1}`,
  );

export interface DeviceToMake extends Pick<DeviceRow, 'id' | 'personId' | 'personType' | 'deviceName'> {
  hash: Buffer;
  pinHash: string;
}

export async function insertDevice(tx: Tx, device: DeviceToMake): Promise<DeviceRow> {
  const { id, hash, personId, personType, deviceName, pinHash } = device;
  const [row] = await tx.rows(sql`
    insert into sign_in_device (org_id, id, hash, person_id, person_type, device_name, pin_hash, made_at)
    values (${tx.orgId}, ${id}, ${hash}, ${personId}, ${personType}, ${deviceName}, ${pinHash}, ${tx.at})
    returning ${DEVICE.list}`);
  return DEVICE.read(row as Row);
}

/** Ends living devices inside a write, so that they take no PIN; answers how many there were. */
export async function endDevices(tx: Tx, reason: DeviceEnd, which: Sql): Promise<number> {
  const rows = await tx.rows(sql`
    update sign_in_device set ended_at = ${tx.at}, end_reason = ${reason}
    where org_id = ${tx.orgId} and ended_at is null ${which} returning ${DEVICE.list}`);
  tx.changed(signInDevice, 'delete', rows.map(DEVICE.read).map(deviceChanged));
  return rows.length;
}

/** A device that has counted one more wrong PIN, before anybody knows whether it is. */
export interface Counted {
  orgId: string;
  id: string;
  personId: string;
  personType: PersonType;
  deviceName: string;
  pinHash: string;
  failures: number;
}

/** Counts a PIN on the device with this secret, unless it has had too many. */
export async function countPin(
  database: Queryable,
  hash: Buffer,
  most: number,
): Promise<Counted | undefined> {
  const [row] = await database.rows(sql`
    update sign_in_device set failures = failures + 1
    where hash = ${hash} and ended_at is null and failures < ${most}
    returning org_id, id, person_id, person_type, device_name, pin_hash, failures`);
  if (!row) return undefined;
  const [orgId, id, personId, personType, deviceName, pinHash, failures] = row;
  return { orgId, id, personId, personType, deviceName, pinHash, failures };
}

/** A right PIN: the counter begins anew. */
export async function clearPins(tx: Tx, id: string): Promise<void> {
  await tx.rows(sql`update sign_in_device set failures = 0 where org_id = ${tx.orgId} and id = ${id}`);
}
