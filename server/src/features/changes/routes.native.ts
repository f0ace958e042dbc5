import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, holds, requireScope } from '../../kernel/auth.ts';
import { denied, invalid } from '../../kernel/errors.ts';
import type { Routes } from '../../kernel/feature.ts';
import type { LedgerFilter } from '../../kernel/ledger/read.ts';
import type { Resource } from '../../kernel/ledger/resource.ts';
import { findSubjects } from '../directory/index.ts';
import { type Following, liveEvents, turnWithin } from './live.ts';
import { positionText, readPosition } from './position.ts';
import { toChange } from './read.ts';
import { ChangesPage, ChangesQuery } from './schema.ts';

const EVENTS = 'text/event-stream';
/** The longest that a request is held. */
const MOST_WAIT_S = 60;

/** What was changed, in the order of the ledger, for whoever keeps a copy or acts on it. */
export const changeRoutes: Routes = (app, { database, resources }) => {
  const stopping = new AbortController();
  app.addHook('preClose', async () => stopping.abort());
  app.get(
    '/changes',
    {
      config: { scope: 'Read Ledger', limit: '25/second' },
      schema: {
        operationId: 'listChanges',
        summary: 'Follow every change, in order and without gaps',
        description: `Each change with what the object became, of the kinds of objects that the token may read. For whoever sees the whole organization. With \`Prefer: wait=30\` the request is held until something comes, up to ${MOST_WAIT_S} seconds. With \`Accept: ${EVENTS}\` the changes come as server-sent events, first those there are, then each as it is committed; a client that was cut off goes on by \`Last-Event-ID\`. Such a stream ends every five minutes, and is asked for again.`,
        tags: ['Changes'],
        querystring: ChangesQuery,
        response: {
          200: {
            description: 'A page of changes; `endCursor` is never empty, and is where to go on later.',
            content: {
              'application/json': { schema: ChangesPage },
              [EVENTS]: { schema: { type: 'string' } },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { caller, query, headers } = request;
      if (caller.tagIds)
        throw denied('Changes are of the whole organization: they take a token or a role without tags.');
      const isLive = headers.accept?.includes(EVENTS) ?? false;
      const lastId = isLive ? headers['last-event-id'] : undefined;
      const after =
        lastId === undefined
          ? readPosition('after', query.after || '0')
          : readPosition('Last-Event-ID', String(lastId));
      const subject = query.subjectId
        ? (await findSubjects(database, caller, 'subjectId', [query.subjectId], { deleted: true }))[0]
        : undefined;
      const filter: LedgerFilter = {
        resources: kindsFor(caller, resources, query.resources),
        ...(query.operations ? { operations: query.operations } : {}),
        ...(subject ? { aboutId: subject.id } : {}),
      };
      const signal = AbortSignal.any([stopping.signal, goneOf(reply)]);
      const following: Following = { database, orgId: caller.orgId, filter, signal };
      if (isLive)
        return reply
          .type(EVENTS)
          .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
          .send(Readable.from(liveEvents(following, after), { objectMode: false }) as never);
      const wait = waitOf(request);
      if (wait > 0) reply.header('preference-applied', `wait=${wait}`);
      const { changes, position, hasMore } = await turnWithin(
        following,
        after,
        query.limit ?? 500,
        wait * 1000,
      );
      return {
        data: changes.map(toChange),
        pagination: { endCursor: positionText(position), hasNextPage: hasMore },
      };
    },
  );
};

/** The kinds that are asked for, all of which the caller has to be able to read; unless named those that it can. */
function kindsFor(caller: Caller, resources: readonly Resource[], named?: readonly string[]): string[] {
  for (const name of named ?? []) {
    const resource = resources.find((each) => each.name === name);
    if (!resource) throw invalid('resources', `there is no kind of object "${name.slice(0, 60)}".`);
    requireScope(caller.scopes, resource.scope);
  }
  if (named) return [...named];
  return resources.filter(({ scope }) => holds(caller.scopes, scope)).map(({ name }) => name);
}

/** The seconds that a request may be held, as RFC 7240 words it. */
function waitOf({ headers: { prefer } }: FastifyRequest): number {
  const [, seconds] = /(?:^|[\s,;])wait=(\d{1,9})(?![\w.])/.exec(String(prefer ?? '')) ?? [];
  return Math.min(MOST_WAIT_S, Number(seconds ?? 0));
}

/** Aborted when whoever asked has gone. */
function goneOf({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  return gone.signal;
}
