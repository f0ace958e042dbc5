import { FULL_ACCESS, systemWriter } from '../../kernel/auth.ts';
import { type Database, type Queryable, sql } from '../../kernel/database/database.ts';
import type { Tx } from '../../kernel/ledger/resource.ts';
import { writeInside } from '../../kernel/ledger/write.ts';
import { addDefaultRoles, addSystemUser, organization } from '../directory/index.ts';
import { addToken, type NewToken } from './tokens.ts';

/** An organization to make. */
export interface OrganizationRequest {
  name: string;
  /** The text of its first token; made when absent. */
  token?: string;
  tokenName?: string;
}

export type NewOrganization = NewToken & { orgId: string };

/** Makes an organization with a first full-access token. */
export const createOrganization = (
  database: Database,
  request: OrganizationRequest,
): Promise<NewOrganization> => database.transaction((connection) => addOrganization(connection, request));

/** The same inside a transaction: the organization's first write tells all that it begins with. */
export async function addOrganization(
  connection: Queryable,
  { name, token: text, tokenName = 'First token' }: OrganizationRequest,
): Promise<NewOrganization> {
  const [row] = await connection.rows(sql`insert into org (name) values (${name}) returning org_id`);
  const orgId = row?.[0] as string;
  await connection.rows(sql`insert into org_head (org_id) values (${orgId})`);
  const first = await writeInside(connection, systemWriter(orgId, 'cli'), async (tx) => {
    tx.changed(organization, 'create', [orgId]);
    await addSystemUser(tx);
    await addDefaultRoles(tx);
    return addToken(tx, { name: tokenName, scopes: [FULL_ACCESS], tagIds: null, text });
  });
  return { orgId, ...first };
}

/** Gives the organization another name. */
export async function renameOrganization(tx: Tx, name: string): Promise<void> {
  await tx.rows(sql`update org set name = ${name} where org_id = ${tx.orgId}`);
  tx.changed(organization, 'update', [tx.orgId]);
}
