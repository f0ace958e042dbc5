import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, type Sql, sql } from '../../../kernel/database/database.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { dataBody } from '../../../kernel/http/idempotency.ts';
import { firstProblem } from '../../../kernel/http/problems.ts';
import { isNumericId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { Data, Page, Type } from '../../../kernel/schema.ts';
import { PAGE, pageQuery } from '../entities/list-query.ts';
import { Deleted } from '../entities/paths.ts';
import { type PersonDocument, selectPeople } from '../people/document.ts';
import { removeUser } from '../people/remove.ts';
import { visibleTo } from '../tags/scope.ts';
import { checkUsers, type UserWrite } from './checks.ts';
import { saveUsers } from './save.ts';
import { CreateUser, UpdateUser, User } from './schema.ts';
import { serveUsers } from './served.ts';

const read = { scope: 'Read Users', limit: '5/second' } as const;
const change = { scope: 'Write Users', limit: '100/minute' } as const;

const UserId = Type.Object({ id: Type.String({ description: 'Id of the user.' }) });
const withAccess = (now: Date): Sql =>
  sql`and (person.expire_at is null or person.expire_at > ${now.toISOString()}::timestamptz)`;
/** The users that tokens act as have no email; they come and go with their tokens. */
const PEOPLE = sql`and person.email is not null`;

/** Users in sight, as their documents. */
const selectUsers = (database: Queryable, sight: Sight, rest: Sql): Promise<PersonDocument[]> =>
  selectPeople(
    database,
    sight.orgId,
    sql`and person.type = 'user' ${visibleTo(sight, sql`person.id`)} ${rest}`,
  );

async function findUser(database: Queryable, sight: Sight, id: string, where: Sql): Promise<PersonDocument> {
  const [user] = isNumericId(id)
    ? await selectUsers(database, sight, sql`and person.id = ${id} ${where}`)
    : [];
  if (!user) throw notFound(`No user ${id.slice(0, 100)}.`);
  return user;
}

/** Writes one user; answers them as served. */
async function saveUser(tx: Tx, item: UserWrite): Promise<string> {
  const [user] = await serveUsers(tx, tx, await saveUsers(tx, [item], firstProblem));
  return dataBody(user);
}

export const userRoutes: Routes = (app, { database, cursors }) => {
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
    async (request) => {
      const { caller, query } = request;
      const { limit = PAGE } = query;
      const { after, page } = paging(request, cursors);
      const rest = sql`and person.id > ${after[0] ?? '0'} ${PEOPLE} ${withAccess(caller.now)}
        order by person.id limit ${limit + 1}`;
      const users = await serveUsers(database, caller, await selectUsers(database, caller, rest));
      const reply = page(
        users,
        limit,
        (user) => user,
        ({ id }) => [id],
      );
      return jsonText(JSON.stringify(reply));
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
    async ({ caller, body }) => {
      checkUsers([{ fields: body }], firstProblem);
      return jsonText(await write(database, caller, (tx) => saveUser(tx, { fields: body })));
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
    async ({ caller, params }) => {
      const found = await findUser(database, caller, params.id, withAccess(caller.now));
      const [user] = (await serveUsers(database, caller, [found])) as [User];
      return { data: user };
    },
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
    async ({ caller, params, body: { name, authType, roles, expireAt } }) => {
      const fields = { name, authType, roles, expireAt };
      checkUsers([{ fields }], firstProblem);
      const text = await write(database, caller, async (tx) => {
        const { id } = await findUser(tx, tx, params.id, PEOPLE);
        return saveUser(tx, { id, fields });
      });
      return jsonText(text);
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
    async ({ caller, params }) => {
      await write(database, caller, async (tx) =>
        removeUser(tx, (await findUser(tx, tx, params.id, PEOPLE)).id),
      );
    },
  );
};
