import { type Queryable, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { DEFAULT_SETTINGS, type Settings } from './defaults.ts';

/** What an organization has set; undefined while the defaults hold. */
export async function ownSettings(database: Queryable, orgId: string): Promise<Settings | undefined> {
  const [row] = await database.rows(sql`select document from efficiency_settings where org_id = ${orgId}`);
  return row && JSON.parse(row[0]);
}

/** An organization's settings: its own, or the defaults. */
export const readSettings = async (database: Queryable, orgId: string): Promise<Settings> =>
  (await ownSettings(database, orgId)) ?? DEFAULT_SETTINGS;

/** Keeps settings in full, so that later defaults do not change what an organization has chosen. */
export async function saveSettings(tx: Tx, settings: Settings): Promise<void> {
  await tx.rows(sql`
    insert into efficiency_settings (org_id, document, updated_at)
    values (${tx.orgId}, ${JSON.stringify(settings)}, ${tx.at})
    on conflict (org_id) do update set document = excluded.document, updated_at = excluded.updated_at`);
}
