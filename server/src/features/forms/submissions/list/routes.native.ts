import type { Routes } from '../../../../kernel/feature.ts';
import { baseUrl } from '../../../../kernel/http/signed-urls.ts';
import { numericIds, uuids } from '../../../../kernel/ids.ts';
import { paging } from '../../../../kernel/pages/lists.ts';
import { findPeople, requireKnown, subjectNames } from '../../../directory/index.ts';
import { servedText } from '../../../fields/index.ts';
import { requireTemplates } from '../../templates/service.ts';
import { STATUSES } from '../moves.ts';
import { ListedSubmissions, ListQuery } from './schema.ts';
import { countSubmissions, listSubmissions } from './store.ts';

/** Submissions as a page of the console shows them. */
export const submissionListRoutes: Routes = (app, services) => {
  const { database, cursors, publicUrl } = services;
  app.get(
    '/form-submissions/list',
    {
      config: { scope: 'Read Form Submissions', limit: '5/second' },
      schema: {
        operationId: 'listFormSubmissions',
        summary: 'List form submissions by search, filter and order',
        description: 'With names. "Prefer: count" adds the total to the first page.',
        tags: ['Forms'],
        querystring: ListQuery,
        response: { 200: ListedSubmissions },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512, sort = 'newest', search } = query;
      const { statuses = STATUSES.filter((status) => status !== 'archived') } = query;
      const tagIds = query.tagIds && [...numericIds('tagIds', query.tagIds)];
      await requireKnown(database, caller, { tagIds });
      const templateIds = query.formTemplateIds && uuids('formTemplateIds', query.formTemplateIds);
      if (templateIds) await requireTemplates(database, caller.orgId, 'formTemplateIds', templateIds);
      const people =
        query.personIds &&
        (await findPeople(database, caller, 'personIds', query.personIds, { deleted: true }));
      const personIds = people?.map(({ id }) => id);
      const filter = { search, personIds, templateIds, tagIds, statuses };
      const { after, page } = paging(request, cursors, { ...filter, sort });
      const rows = await listSubmissions(database, caller, filter, sort, after, limit);
      const shown = rows.slice(0, limit);
      const text = `[${shown.map((row) => row.text).join(',')}]`;
      const base = baseUrl(publicUrl, request);
      const submissions = JSON.parse(await servedText(services, database, caller.orgId, text, base));
      const ids = new Set(shown.flatMap(({ personId }) => personId ?? []));
      const names = await subjectNames(database, caller, [...ids]);
      const { pagination } = page(
        rows,
        limit,
        (row) => row,
        ({ key }) => key,
      );
      const counted = request.headers.prefer?.includes('count') && after.length === 0;
      return {
        data: shown.map(({ formTitle, personId }, at) => {
          const personName = personId === null ? undefined : names.get(personId)?.name;
          return {
            submission: submissions[at],
            formTitle,
            ...(personName === undefined ? {} : { personName }),
          };
        }),
        pagination,
        ...(counted ? { count: await countSubmissions(database, caller, filter) } : {}),
      };
    },
  );
};
