import type { Routes } from '../../../kernel/feature.ts';
import { Data } from '../../../kernel/schema.ts';
import { OrganizationSettings, PatchOrganizationSettings } from './document.ts';
import { changeSettings, readSettings } from './settings.ts';

const tags = ['Organization'];

/** What rules need to know of the whole organization. */
export const organizationSettingsRoutes: Routes = (app, { database }) => {
  app.get(
    '/organization/settings',
    {
      config: { scope: 'Read Org Information', limit: '5/second' },
      schema: {
        operationId: 'getOrganizationSettings',
        summary: 'The zone of the organization, and where its start dates are',
        tags,
        response: { 200: Data(OrganizationSettings) },
      },
    },
    async ({ caller }) => ({ data: await readSettings(database, caller.orgId) }),
  );

  app.patch(
    '/organization/settings',
    {
      config: { scope: 'Write Org Information', limit: '100/minute' },
      schema: {
        operationId: 'updateOrganizationSettings',
        summary: 'Change the settings of the organization',
        description: 'Only what is named changes.',
        tags,
        body: PatchOrganizationSettings,
        response: { 200: Data(OrganizationSettings) },
      },
    },
    async ({ caller, body }) => ({ data: await changeSettings(database, caller, body) }),
  );
};
