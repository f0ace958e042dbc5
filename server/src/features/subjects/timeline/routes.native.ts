import { type Caller, holds } from '../../../kernel/auth.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { parseActor } from '../../../kernel/ids.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { wireTime } from '../../../kernel/time.ts';
import { findSubjects, subjectNames } from '../../directory/index.ts';
import { namesOfObjects } from './names.ts';
import { TimelinePage, TimelineQuery } from './schema.ts';
import { timelineOf } from './store.ts';
import { tell } from './words.ts';

/** The kinds of objects whose changes the caller may know of: those it may read, or all where it reads the ledger. */
function readable(caller: Caller, resources: readonly Resource[]): string[] {
  const all = caller.tagIds === null && holds(caller.scopes, 'Read Ledger');
  return resources.filter(({ scope }) => all || holds(caller.scopes, scope)).map(({ name }) => name);
}

/** What happened to one person or vehicle. */
export const timelineRoutes: Routes = (app, { database, cursors, resources }) => {
  app.get(
    '/subjects/timeline',
    {
      config: { scope: 'Read Requirements', limit: '5/second' },
      schema: {
        operationId: 'listSubjectTimeline',
        summary: 'What happened to a person or vehicle',
        description:
          'From the ledger, with a sentence for each. Of the kinds of objects that the token may read; of all with "Read Ledger" and no limit to tags.',
        tags: ['Subjects'],
        querystring: TimelineQuery,
        response: { 200: TimelinePage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512 } = query;
      const unknown = query.resources?.find((name) => !resources.some((each) => each.name === name));
      if (unknown !== undefined)
        throw invalid('resources', `there is no kind of object "${unknown.slice(0, 60)}".`);
      const [subject] = await findSubjects(database, caller, 'id', [query.id], { deleted: true });
      const id = (subject as { id: string }).id;
      const kinds = readable(caller, resources).filter((name) => query.resources?.includes(name) ?? true);
      const { after, page } = paging(request, cursors, { id, kinds: query.resources });
      const rows = await timelineOf(database, caller, id, kinds, after, limit);
      const shown = rows.slice(0, limit).map((row) => ({
        ...row,
        document: row.document === null ? undefined : JSON.parse(row.document),
        before: row.before === null ? undefined : JSON.parse(row.before),
      }));
      const nameOf = await namesOfObjects(
        database,
        caller,
        shown.flatMap(({ document }) => document ?? []),
      );
      const actors = new Set(shown.map(({ actor }) => parseActor(actor).id));
      const people = await subjectNames(database, caller, [...actors]);
      const told = page(
        rows,
        limit,
        (row) => row,
        ({ seq, resource, id: object }) => [seq, resource, object],
      );
      return {
        pagination: told.pagination,
        data: shown.map(({ seq, at, actor, resource, id: object, operation, document, before }) => {
          const name = people.get(parseActor(actor).id)?.name;
          const isShown = !caller.tagIds || name !== undefined || actor === caller.actor;
          return {
            seq,
            at: wireTime(at),
            actor: isShown ? actor : '',
            ...(name === undefined ? {} : { actorName: name }),
            resource,
            id: object,
            operation,
            text: tell({ resource, operation, document, before, nameOf }),
          };
        }),
      };
    },
  );
};
