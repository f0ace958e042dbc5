import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import { externalIdsOf } from '../external-ids/find.ts';
import { visibleTo } from '../tags/scope.ts';
import type { SubjectEntity } from './subjects.ts';

/** What a page about a person or vehicle begins with. */
export interface SubjectHead extends SubjectEntity {
  name: string;
  status: 'active' | 'deactivated' | 'deleted';
  /** The zone of a driver, where they have one of their own. */
  timeZone?: string;
  username?: string;
  email?: string;
  vin?: string;
  externalIds: Record<string, string>;
  /** A vehicle's driver, or a driver's vehicle, where it is always the same. */
  staticPartner?: SubjectEntity & { name: string };
}

/** What there is to say of a person, deleted ones too, or a vehicle that whoever asks may see. */
export async function subjectHead(
  database: Queryable,
  sight: Sight,
  { type, id }: SubjectEntity,
): Promise<SubjectHead | undefined> {
  const { orgId } = sight;
  const [row] = await database.rows(
    type === 'vehicle'
      ? sql`
        select vehicle.name, 'active', null, null, null, vehicle.vin,
          ${externalIdsOf(orgId, type, sql`vehicle.id`)}::text, 'driver', partner.id, partner.name
        from vehicle left join person partner on partner.org_id = ${orgId} and partner.id = vehicle.static_driver_id
          and partner.deleted_at is null ${visibleTo(sight, sql`partner.id`)}
        where vehicle.org_id = ${orgId} and vehicle.id = ${id} ${visibleTo(sight, sql`vehicle.id`)}`
      : sql`
        select person.name, case when person.deleted_at is null then person.status else 'deleted' end,
          person.details ->> 'timezone', person.username, person.email, null,
          ${externalIdsOf(orgId, type, sql`person.id`)}::text, 'vehicle', partner.id, partner.name
        from person left join vehicle partner on partner.org_id = ${orgId} and partner.static_driver_id = person.id
          ${visibleTo(sight, sql`partner.id`)}
        where person.org_id = ${orgId} and person.id = ${id} ${visibleTo(sight, sql`person.id`)}`,
  );
  if (!row) return undefined;
  const [name, status, timeZone, username, email, vin, externalIds, partnerType, partnerId, partnerName] =
    row;
  return {
    type,
    id,
    name,
    status,
    ...(timeZone ? { timeZone } : {}),
    ...(username ? { username } : {}),
    ...(email ? { email } : {}),
    ...(vin ? { vin } : {}),
    externalIds: JSON.parse(externalIds ?? '{}'),
    ...(partnerId ? { staticPartner: { type: partnerType, id: partnerId, name: partnerName } } : {}),
  };
}
