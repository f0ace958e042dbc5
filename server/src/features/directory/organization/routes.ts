import { sql } from '../../../kernel/database.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { Data, Shape, Type } from '../../../kernel/schema.ts';

const Organization = Shape('Organization', {
  id: Type.String({ description: 'Id of the organization.' }),
  name: Type.String({ description: 'Its name.' }),
  carrierSettings: Type.Object(
    {
      carrierName: Type.Optional(Type.String({ description: 'Name of the carrier.' })),
      dotNumber: Type.Optional(Type.Integer({ description: 'US DOT number.' })),
      mainOfficeAddress: Type.Optional(Type.String({ description: 'Address of the main office.' })),
    },
    { description: 'The carrier, as regulators know it.' },
  ),
});

export const meRoutes: Routes = (app, { database }) => {
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
    async (request) => {
      const [row] = await database.rows(
        sql`select org_id, name, carrier::text from org where org_id = ${request.caller.orgId}`,
      );
      const [id, name, carrier] = row as [string, string, string];
      return { data: { id, name, carrierSettings: JSON.parse(carrier) } };
    },
  );
};
