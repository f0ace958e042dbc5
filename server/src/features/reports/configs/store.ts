import { empty, type Queryable, type Row, sql } from '../../../kernel/database.ts';
import type { Definition } from '../definition.ts';

/** A report config. Times are PostgreSQL's text. */
export interface ConfigRow {
  id: string;
  name: string;
  definition: Definition;
  createdAt: string;
  updatedAt: string;
}

const COLUMNS = sql`id, name, definition::text, created_at, updated_at`;

const toConfig = ([id, name, definition, createdAt, updatedAt]: Row): ConfigRow => ({
  id,
  name,
  definition: JSON.parse(definition),
  createdAt,
  updatedAt,
});

/** One page of configs, oldest first, and one more to tell whether another follows. */
export async function listConfigs(
  database: Queryable,
  orgId: string,
  ids: string[] | undefined,
  afterId: string | undefined,
  limit: number,
): Promise<ConfigRow[]> {
  const rows = await database.rows(sql`
    select ${COLUMNS} from report_config where org_id = ${orgId}
    ${ids ? sql`and id = any(${ids}::uuid[])` : empty} ${afterId ? sql`and id > ${afterId}::uuid` : empty}
    order by id limit ${limit + 1}`);
  return rows.map(toConfig);
}

/** The ids among `ids` that are no config of the organization. */
export async function missingConfigs(database: Queryable, orgId: string, ids: string[]): Promise<string[]> {
  const rows = await database.rows(sql`
    select wanted from unnest(${ids}::uuid[]) wanted
    where not exists (select 1 from report_config where org_id = ${orgId} and id = wanted)`);
  return rows.map(([id]) => id);
}

/** One config, or undefined. */
export async function findConfig(
  database: Queryable,
  orgId: string,
  id: string,
): Promise<ConfigRow | undefined> {
  const [row] = await database.rows(
    sql`select ${COLUMNS} from report_config where org_id = ${orgId} and id = ${id}`,
  );
  return row && toConfig(row);
}

/** Adds a config, or brings the row of an existing one to `config`. */
export async function saveConfig(
  tx: Queryable,
  orgId: string,
  config: Pick<ConfigRow, 'id' | 'name' | 'definition'>,
  stamp: { at: string; actor: string },
): Promise<ConfigRow> {
  const [row] = await tx.rows(sql`
    insert into report_config (org_id, id, name, definition, created_at, created_by, updated_at)
    values (${orgId}, ${config.id}, ${config.name}, ${JSON.stringify(config.definition)}, ${stamp.at},
            ${stamp.actor}, ${stamp.at})
    on conflict (org_id, id) do update set name = excluded.name, definition = excluded.definition,
      updated_at = excluded.updated_at
    returning ${COLUMNS}`);
  return toConfig(row as Row);
}

/** Deletes a config; its runs stay. */
export async function deleteConfigRow(tx: Queryable, orgId: string, id: string): Promise<void> {
  await tx.rows(sql`delete from report_config where org_id = ${orgId} and id = ${id}`);
}
