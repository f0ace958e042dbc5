import { type Queryable, sql } from '../../../kernel/database.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { pageOf } from '../../../kernel/lists.ts';
import { Page, Type } from '../../../kernel/schema.ts';
import { PAGE, pageQuery } from '../entities/list-query.ts';
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
export async function addDefaultRoles(tx: Queryable, orgId: string): Promise<void> {
  await tx.rows(sql`
    insert into user_role (org_id, id, name)
    select ${orgId}, id, name
    from unnest(${DEFAULT_ROLES.map(({ id }) => id)}::text[], ${DEFAULT_ROLES.map(({ name }) => name)}::text[])
      as role (id, name)
    on conflict do nothing`);
}

export const roleRoutes: Routes = (app, { database, cursors, clock }) => {
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
    async ({ caller, query: { limit = PAGE, after } }) => {
      const bound = { operation: 'user-roles', orgId: caller.orgId };
      const [from = ''] = after ? cursors.open(after, bound, clock.now()) : [];
      const rows = await database.rows(sql`
        select id, name from user_role where org_id = ${caller.orgId} and id > ${from} order by id limit ${limit + 1}`);
      return pageOf(
        rows,
        limit,
        ([id, name]): UserRole => ({ id, name }),
        ([id]) => cursors.seal([id], bound, clock.now()),
      );
    },
  );
};
