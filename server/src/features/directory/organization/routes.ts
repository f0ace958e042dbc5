import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { Data } from '../../../kernel/schema.ts';
import { Organization, type OrganizationDocument, readOrganizations, toOrganization } from './document.ts';

export const organizationRoutes: Routes = (app, { database }) => {
  app.get(
    '/me',
    {
      config: { scope: 'Read Org Information', limit: '5/second' },
      schema: {
        operationId: 'getOrganizationInfo',
        summary: 'The organization of this token',
        tags: ['Organization'],
        response: { 200: Data(Organization) },
      },
    },
    async ({ caller: { orgId } }) => {
      const [found] = await readOrganizations(database, orgId, [orgId]);
      if (!found) throw notFound(`No organization ${orgId}.`);
      return { data: toOrganization(found.document as OrganizationDocument) };
    },
  );
};
