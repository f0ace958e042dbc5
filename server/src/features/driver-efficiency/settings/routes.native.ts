import type { Routes } from '../../../kernel/feature.ts';
import { PatchSettings, SettingsReply } from './schema.ts';
import { changeSettings } from './service.ts';
import { readSettings } from './store.ts';

const tags = ['Driver Efficiency'];

/** What the public API keeps in its dashboard: how percentages become scores. */
export const settingsRoutes: Routes = (app, { database }) => {
  app.get(
    '/driver-efficiency/settings',
    {
      config: { scope: 'Read Driver Efficiency', limit: '5/second' },
      schema: {
        operationId: 'getDriverEfficiencySettings',
        summary: 'How the organization scores driver efficiency',
        tags,
        response: { 200: SettingsReply },
      },
    },
    async ({ caller }) => ({ data: await readSettings(database, caller.orgId) }),
  );

  app.patch(
    '/driver-efficiency/settings',
    {
      config: { scope: 'Write Driver Efficiency', limit: '100/minute' },
      schema: {
        operationId: 'updateDriverEfficiencySettings',
        summary: 'Change how driver efficiency is scored',
        description:
          'Only what is named changes. Scores are worked out when they are asked for, so past periods are scored anew.',
        tags,
        body: PatchSettings,
        response: { 200: SettingsReply },
      },
    },
    async ({ caller, body }) => ({ data: await changeSettings(database, caller, body) }),
  );
};
