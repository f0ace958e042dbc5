import { requireScope } from '../../kernel/auth.ts';
import { type Queryable, sql } from '../../kernel/database/database.ts';
import { denied, invalid } from '../../kernel/errors.ts';
import type { Routes } from '../../kernel/feature.ts';
import { parseTime, wireTime } from '../../kernel/time.ts';
import { ObjectsQuery, ObjectsReply } from './schema.ts';

/** What objects were at any moment. */
export const objectRoutes: Routes = (app, { database, resources }) => {
  app.get(
    '/changes/objects',
    {
      config: { scope: 'Read Ledger', limit: '5/second' },
      schema: {
        operationId: 'getObjectsAsOf',
        summary: 'Read objects as they were at a moment',
        description:
          'From the ledger, deleted objects included. For whoever sees the whole organization, and of a kind that the token may read.',
        tags: ['Changes'],
        querystring: ObjectsQuery,
        response: { 200: ObjectsReply },
      },
    },
    async ({ caller, query: { resource: name, ids, at } }) => {
      if (caller.tagIds)
        throw denied('Changes are of the whole organization: they take a token or a role without tags.');
      const resource = resources.find((each) => each.name === name);
      if (!resource) throw invalid('resource', `there is no kind of object "${name.slice(0, 60)}".`);
      requireScope(caller.scopes, resource.scope);
      const moment = at === undefined ? caller.now.toISOString() : parseTime('at', at);
      const found = await objectsAt(database, caller.orgId, name, ids, moment);
      return { data: ids.flatMap((id) => found.get(id) ?? []) };
    },
  );
};

/** The last change up to a moment of each object that there was then, by id. Whatever the moment's millisecond held is in it. */
async function objectsAt(
  database: Queryable,
  orgId: string,
  resource: string,
  ids: readonly string[],
  at: string,
) {
  const rows = await database.rows(sql`
    select last.id, last.seq, last.at, last.actor, last.operation, last.document
    from unnest(${ids}::text[]) given (id), lateral (
      select change.id, change.seq, entry.at, entry.actor, change.operation, change.document::text as document
      from ledger_change change
      join ledger_write entry on entry.org_id = ${orgId} and entry.seq = change.seq
      where change.org_id = ${orgId} and change.resource = ${resource} and change.id = given.id
        and entry.at < ${at}::timestamptz + interval '1 millisecond'
      order by change.seq desc limit 1) last
    where last.operation <> 'delete'`);
  return new Map(
    rows.map(([id, seq, written, actor, operation, document]) => [
      id as string,
      {
        id,
        seq,
        at: wireTime(written),
        actor,
        operation,
        document: document === null ? null : (JSON.parse(document) as object),
      },
    ]),
  );
}
