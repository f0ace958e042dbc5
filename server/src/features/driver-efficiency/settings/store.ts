import { type Queryable, sql } from '../../../kernel/database.ts';
import { DEFAULT_SETTINGS, type Settings } from './defaults.ts';

/** An organization's settings: its own, or the defaults. */
export async function readSettings(database: Queryable, orgId: string): Promise<Settings> {
  const [row] = await database.rows(sql`select document from efficiency_settings where org_id = ${orgId}`);
  return row ? JSON.parse(row[0]) : DEFAULT_SETTINGS;
}

/** Keeps settings in full, so that later defaults do not change what an organization has chosen. */
export async function saveSettings(
  tx: Queryable,
  orgId: string,
  settings: Settings,
  at: string,
): Promise<void> {
  await tx.rows(sql`
    insert into efficiency_settings (org_id, document, updated_at)
    values (${orgId}, ${JSON.stringify(settings)}, ${at})
    on conflict (org_id) do update set document = excluded.document, updated_at = excluded.updated_at`);
}
