import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import type { Settings } from './defaults.ts';
import { EfficiencySettings } from './schema.ts';
import { ownSettings } from './store.ts';

/** The id of the one that each organization has. */
export const SETTINGS_ID = 'settings';

/** What an organization has set; it is there from the first change on. */
export const driverEfficiencySettings: Resource<Settings> = {
  name: 'driverEfficiencySettings',
  scope: 'Read Driver Efficiency',
  id: 'text',
  document: EfficiencySettings,
  shared: true,
  about: () => [],
  async read(database, orgId, ids) {
    const document = ids.includes(SETTINGS_ID) ? await ownSettings(database, orgId) : undefined;
    return document ? [{ id: SETTINGS_ID, document }] : [];
  },
  present: (orgId) => sql`select ${SETTINGS_ID}::text from efficiency_settings where org_id = ${orgId}`,
};
