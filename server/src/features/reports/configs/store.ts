import { and, columns, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import type { Definition } from '../definition/definition.ts';

/** A report config. Times are PostgreSQL's text. */
export interface ConfigRow {
  id: string;
  name: string;
  definition: Definition;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
}

const CONFIG = columns<Omit<ConfigRow, 'definition'> & { definition: string }>({
  id: sql`id`,
  name: sql`name`,
  definition: sql`definition::text`,
  createdAt: sql`created_at`,
  createdBy: sql`created_by`,
  updatedAt: sql`updated_at`,
});

function toConfig(row: Row): ConfigRow {
  const config = CONFIG.read(row);
  return { ...config, definition: JSON.parse(config.definition) };
}

/** One page of configs, oldest first, and one more to tell whether another follows. */
export async function listConfigs(
  database: Queryable,
  orgId: string,
  ids: string[] | undefined,
  afterId: string | undefined,
  limit: number,
): Promise<ConfigRow[]> {
  const rows = await database.rows(sql`
    select ${CONFIG.list} from report_config where org_id = ${orgId}
      ${and(ids && sql`id = any(${ids}::uuid[])`, afterId !== undefined && sql`id > ${afterId}::uuid`)}
    order by id limit ${limit + 1}`);
  return rows.map(toConfig);
}

/** The configs among `ids`, in no order. */
export async function readConfigs(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<ConfigRow[]> {
  const rows = await database.rows(sql`
    select ${CONFIG.list} from report_config where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map(toConfig);
}

/** The ids among `ids` that are no config of the organization. */
export async function missingConfigs(database: Queryable, orgId: string, ids: string[]): Promise<string[]> {
  const rows = await database.rows(sql`
    select id from report_config where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  const known = new Set(rows.map(([id]) => id));
  return ids.filter((id) => !known.has(id));
}

/** Adds a config, or brings the row of an existing one to `config`. */
export async function saveConfig(
  tx: Tx,
  config: Pick<ConfigRow, 'id' | 'name' | 'definition'>,
): Promise<ConfigRow> {
  const [row] = await tx.rows(sql`
    with saved as (
      insert into report_config (org_id, id, name, definition, created_at, created_by, updated_at)
      values (${tx.orgId}, ${config.id}, ${config.name}, ${JSON.stringify(config.definition)}, ${tx.at},
              ${tx.actor}, ${tx.at})
      on conflict (org_id, id) do update set name = excluded.name, definition = excluded.definition,
        updated_at = excluded.updated_at
      returning report_config.*
    ) select ${CONFIG.list} from saved`);
  return toConfig(row as Row);
}

/** Deletes a config; its runs stay. */
export async function deleteConfigRow(tx: Tx, id: string): Promise<void> {
  await tx.rows(sql`delete from report_config where org_id = ${tx.orgId} and id = ${id}`);
}
