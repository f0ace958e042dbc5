import { type Queryable, type Sql, sql } from '../../../kernel/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { sendJson } from '../../../kernel/http.ts';
import { dataBody } from '../../../kernel/idempotency.ts';
import { isNumericId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { pageOf } from '../../../kernel/lists.ts';
import { firstProblem } from '../../../kernel/problems.ts';
import { Data, Page, Type } from '../../../kernel/schema.ts';
import { PAGE, pageQuery } from '../entities/list-query.ts';
import type { Scope } from '../tags/links.ts';
import { visibleTo } from '../tags/scope.ts';
import { Deleted } from '../wire.ts';
import { CreateUser, UpdateUser, User } from './schema.ts';
import { checkUsers, removeUser, saveUsers } from './service.ts';
import { selectUsers } from './store.ts';

const read = { scope: 'Read Users', limit: '5/second' } as const;
const change = { scope: 'Write Users', limit: '100/minute' } as const;

const UserId = Type.Object({ id: Type.String({ description: 'Id of the user.' }) });
const WITH_ACCESS = sql`and (expire_at is null or expire_at > now())`;
/** The users that tokens act as have no email; they come and go with their tokens. */
const PEOPLE = sql`and email is not null`;

async function findUser(database: Queryable, scope: Scope, id: string, where: Sql): Promise<User> {
  const [user] = isNumericId(id)
    ? await selectUsers(
        database,
        scope.orgId,
        sql`and person.id = ${id} ${where} ${visibleTo(scope, sql`person.id`)}`,
        1,
      )
    : [];
  if (!user) throw notFound(`No user ${id.slice(0, 100)}.`);
  return user;
}

export const userRoutes: Routes = (app, { database, cursors, clock }) => {
  app.get(
    '/users',
    {
      config: read,
      schema: {
        operationId: 'listUsers',
        summary: 'Users, in the order of their ids',
        description: 'Without those whose temporary access has ended, and without those that tokens act as.',
        tags: ['Users'],
        querystring: Type.Object(pageQuery),
        response: { 200: Page(User, 'The users of this page.') },
      },
    },
    async ({ caller, query: { limit = PAGE, after } }, reply) => {
      const bound = { operation: 'users', orgId: caller.orgId };
      const [from = '0'] = after ? cursors.open(after, bound, clock.now()) : [];
      const where = sql`and person.id > ${from} ${PEOPLE} ${WITH_ACCESS} ${visibleTo(caller, sql`person.id`)}`;
      const users = await selectUsers(database, caller.orgId, where, limit + 1);
      const page = pageOf(
        users,
        limit,
        (user) => user,
        ({ id }) => cursors.seal([id], bound, clock.now()),
      );
      return sendJson(reply, JSON.stringify(page));
    },
  );

  app.post(
    '/users',
    {
      config: change,
      schema: {
        operationId: 'createUser',
        summary: 'Add a user',
        tags: ['Users'],
        body: CreateUser,
        response: { 200: Data(User) },
      },
    },
    async ({ caller, body }, reply) => {
      checkUsers([{ fields: body }], firstProblem);
      const text = await write(database, caller, async (tx, stamp) => {
        const [user] = await saveUsers(tx, stamp, caller, [{ fields: body }], firstProblem);
        return dataBody(user);
      });
      return sendJson(reply, text);
    },
  );

  app.get(
    '/users/:id',
    {
      config: read,
      schema: {
        operationId: 'getUser',
        summary: 'One user, also one that a token acts as',
        tags: ['Users'],
        params: UserId,
        response: { 200: Data(User) },
      },
    },
    async ({ caller, params }) => ({ data: await findUser(database, caller, params.id, WITH_ACCESS) }),
  );

  app.patch(
    '/users/:id',
    {
      config: change,
      schema: {
        operationId: 'updateUser',
        summary: 'Change a user',
        description: 'Fields that are not sent stay; roles replace all roles.',
        tags: ['Users'],
        params: UserId,
        body: UpdateUser,
        response: { 200: Data(User) },
      },
    },
    async ({ caller, params, body: { name, authType, roles, expireAt } }, reply) => {
      const fields = { name, authType, roles, expireAt };
      checkUsers([{ fields }], firstProblem);
      const text = await write(database, caller, async (tx, stamp) => {
        const { id } = await findUser(tx, caller, params.id, PEOPLE);
        const [user] = await saveUsers(tx, stamp, caller, [{ id, fields }], firstProblem);
        return dataBody(user);
      });
      return sendJson(reply, text);
    },
  );

  app.delete(
    '/users/:id',
    {
      config: change,
      schema: {
        operationId: 'deleteUser',
        summary: 'Delete a user; records that name them stay',
        tags: ['Users'],
        params: UserId,
        response: { 204: Deleted },
      },
    },
    async ({ caller, params }, reply) => {
      reply.code(204);
      await write(database, caller, async (tx, stamp) =>
        removeUser(tx, stamp, caller.orgId, await findUser(tx, caller, params.id, PEOPLE)),
      );
      return reply.send('');
    },
  );
};
