import { type Queryable, sql, table } from '../../../kernel/database/database.ts';
import type { Routes } from '../../../kernel/feature.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { Page, Type } from '../../../kernel/schema.ts';
import { PAGE, pageQuery } from '../entities/list-query.ts';
import { userRole } from '../resources.ts';
import { UserRole } from './schema.ts';

/** The roles that every organization begins with. Their ids are the same everywhere, so that scripts can name them. */
export const DEFAULT_ROLES: readonly UserRole[] = [
  { id: '7c1b7f5e-0d0a-4c39-9a54-3f1d5a6f0001', name: 'Full Admin' },
  { id: '7c1b7f5e-0d0a-4c39-9a54-3f1d5a6f0002', name: 'Standard Admin' },
  { id: '7c1b7f5e-0d0a-4c39-9a54-3f1d5a6f0003', name: 'Read-Only Admin' },
  { id: '7c1b7f5e-0d0a-4c39-9a54-3f1d5a6f0004', name: 'Training Manager' },
  { id: '7c1b7f5e-0d0a-4c39-9a54-3f1d5a6f0005', name: 'Safety Manager' },
  { id: '7c1b7f5e-0d0a-4c39-9a54-3f1d5a6f0006', name: 'Dispatcher' },
];

/** Gives an organization the default roles it does not have yet. */
export async function addDefaultRoles(tx: Tx): Promise<void> {
  const added = await tx.rows(sql`
    insert into user_role (org_id, id, name)
    select ${tx.orgId}::bigint, role.*
    from ${table('role', DEFAULT_ROLES, { id: ['text', ({ id }) => id], name: ['text', ({ name }) => name] })}
    on conflict do nothing returning id, name`);
  tx.changed(
    userRole,
    'create',
    added.map(([id, name]) => ({ id, document: { id, name } })),
  );
}

/** All roles of an organization. */
export async function findRoles(database: Queryable, orgId: string): Promise<UserRole[]> {
  const rows = await database.rows(sql`select id, name from user_role where org_id = ${orgId} order by id`);
  return rows.map(([id, name]) => ({ id, name }));
}

export const roleRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/user-roles',
    {
      config: { scope: 'Read Users', limit: '5/second' },
      schema: {
        operationId: 'listUserRoles',
        summary: 'Roles that users can have',
        tags: ['Users'],
        querystring: Type.Object(pageQuery),
        response: { 200: Page(UserRole, 'The roles of this page.') },
      },
    },
    async (request) => {
      const { limit = PAGE } = request.query;
      const { after, page } = paging(request, cursors);
      const rows = await database.rows(sql`
        select id, name from user_role
        where org_id = ${request.caller.orgId} and id > ${after[0] ?? ''} order by id limit ${limit + 1}`);
      return page(
        rows,
        limit,
        ([id, name]): UserRole => ({ id, name }),
        ([id]) => [id],
      );
    },
  );
};
