import { invalid } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { parseActor } from '../../../kernel/ids.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { parseTime, wireTime } from '../../../kernel/time.ts';
import { subjectNames } from '../../directory/index.ts';
import { requireWhole } from '../whole.ts';
import { EntriesPage, EntriesQuery } from './schema.ts';
import { listEntries } from './store.ts';

/** What was written, entry by entry. */
export const entryRoutes: Routes = (app, { database, cursors, resources }) => {
  app.get(
    '/ledger',
    {
      config: { scope: 'Read Ledger', limit: '5/second' },
      schema: {
        operationId: 'listLedger',
        summary: 'List the entries of the ledger, newest first',
        description: 'Who changed which objects, and when. For whoever sees the whole organization.',
        tags: ['Ledger'],
        querystring: EntriesQuery,
        response: { 200: EntriesPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      requireWhole(caller);
      const { limit = 512, resource, actor } = query;
      const from = query.from === undefined ? undefined : parseTime('from', query.from);
      const until = query.until === undefined ? undefined : parseTime('until', query.until);
      if (from && until && until < from) throw invalid('until', 'it is before from.');
      if (resource !== undefined && !resources.some(({ name }) => name === resource))
        throw invalid('resource', `there is no kind of object "${resource.slice(0, 60)}".`);
      const filter = { resource, actor, from, until };
      const { after, page } = paging(request, cursors, filter);
      const rows = await listEntries(database, caller.orgId, filter, after[0], limit);
      const actors = new Set(rows.map((row) => parseActor(row.actor).id));
      const names = await subjectNames(database, caller, [...actors]);
      return page(
        rows,
        limit,
        ({ at, ...entry }) => {
          const name = names.get(parseActor(entry.actor).id)?.name;
          return { ...entry, at: wireTime(at), ...(name === undefined ? {} : { actorName: name }) };
        },
        ({ seq }) => [seq],
      );
    },
  );
};
