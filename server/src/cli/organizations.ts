import { type Queryable, sql } from '../kernel/database/database.ts';
import { UsageError } from './output.ts';

export interface Organization {
  id: string;
  name: string;
  createdAt: string;
}

/** Every organization of the installation, oldest first. */
export async function listOrganizations(database: Queryable): Promise<Organization[]> {
  const rows = await database.rows(sql`select org_id, name, created_at from org order by created_at, org_id`);
  return rows.map(([id, name, createdAt]) => ({ id, name, createdAt }));
}

/** The organization with this id or name; without one, the only organization there is. */
export async function findOrganization(database: Queryable, idOrName?: string): Promise<Organization> {
  const all = await listOrganizations(database);
  const found = idOrName ? all.filter(({ id, name }) => id === idOrName || name === idOrName) : all;
  if (found.length === 1 && found[0]) return found[0];
  const known = all.map(({ id, name }) => `${id} (${name})`).join(', ') || 'none';
  if (!idOrName) throw new UsageError(`Name the organization with --org. There are: ${known}.`);
  throw new UsageError(
    found.length === 0
      ? `There is no organization "${idOrName}". There are: ${known}.`
      : `More than one organization is named "${idOrName}". Use its id: ${known}.`,
  );
}
