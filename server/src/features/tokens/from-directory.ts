import { type Queryable, sql } from '../../kernel/database.ts';
import type { Resource, Tx } from '../../kernel/ledger/resource.ts';
import { Shape, Type } from '../../kernel/schema.ts';
import * as directory from '../directory/index.ts';

// What an organization begins with, in the signatures that the directory is to export.

const OrganizationDocument = Shape('OrganizationDocument', {
  id: Type.String({ description: 'Id of the organization.' }),
  name: Type.String({ description: 'Its name.' }),
});

export const organization: Resource = {
  name: 'organization',
  scope: 'Read Org Information',
  id: 'number',
  document: OrganizationDocument,
  about: () => [],
  read: async (database: Queryable, orgId) =>
    (await database.rows(sql`select org_id, name from org where org_id = ${orgId}`)).map(([id, name]) => ({
      id,
      document: { id, name },
    })),
  present: (orgId) => sql`select org_id::text from org where org_id = ${orgId}`,
};

export const addServiceAccount = (tx: Tx, name: string): Promise<string> =>
  directory.addServiceAccount(tx, tx.orgId, tx, name);

export const addDefaultRoles = (tx: Tx): Promise<void> => directory.addDefaultRoles(tx, tx.orgId);

export const addSystemUser = async (_tx: Tx): Promise<void> => {};
