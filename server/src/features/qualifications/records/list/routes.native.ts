import type { Routes } from '../../../../kernel/feature.ts';
import { baseUrl } from '../../../../kernel/http/signed-urls.ts';
import { numericIds, uuids } from '../../../../kernel/ids.ts';
import { paging } from '../../../../kernel/pages/lists.ts';
import { parseTime } from '../../../../kernel/time.ts';
import { findSubjects, requireKnown, subjectNames } from '../../../directory/index.ts';
import { servedText } from '../../../fields/index.ts';
import { ListedRecords, ListQuery } from './schema.ts';
import { countRecords, listRecords } from './store.ts';

/** Records as a page of the console shows them. */
export const recordListRoutes: Routes = (app, services) => {
  const { database, cursors, publicUrl } = services;
  app.get(
    '/qualification-records/list',
    {
      config: { scope: 'Read Qualification Records', limit: '5/second' },
      schema: {
        operationId: 'listQualificationRecords',
        summary: 'List qualification records by search, filter and order',
        description: 'Of workers and assets, with names. "Prefer: count" adds the total to the first page.',
        tags: ['Qualifications'],
        querystring: ListQuery,
        response: { 200: ListedRecords },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512, sort = 'expiry', search, statuses = ['active'], standings } = query;
      const { expiringDays = 30 } = query;
      const timeOf = (field: 'expiresFrom' | 'expiresUntil'): string | undefined =>
        query[field] === undefined ? undefined : parseTime(field, query[field]);
      const tagIds = query.tagIds && [...numericIds('tagIds', query.tagIds)];
      await requireKnown(database, caller, { tagIds });
      const owners =
        query.ownerIds &&
        (await findSubjects(database, caller, 'ownerIds', query.ownerIds, { deleted: true }));
      const filter = {
        search,
        ownerIds: owners?.map(({ id }) => id),
        typeIds: query.qualificationTypeIds && uuids('qualificationTypeIds', query.qualificationTypeIds),
        tagIds,
        statuses,
        standings,
        expiringDays,
        expiresFrom: timeOf('expiresFrom'),
        expiresUntil: timeOf('expiresUntil'),
      };
      const binding = { ...filter, expiringDays: String(expiringDays), sort };
      const { after, page } = paging(request, cursors, binding);
      const now = caller.now.toISOString();
      const rows = await listRecords(database, caller, filter, sort, after, limit, now);
      const shown = rows.slice(0, limit);
      const base = baseUrl(publicUrl, request);
      const text = `[${shown.map((row) => row.text).join(',')}]`;
      const records = JSON.parse(await servedText(services, database, caller.orgId, text, base));
      const ids = new Set(shown.map(({ ownerId }) => ownerId));
      const names = await subjectNames(database, caller, [...ids]);
      const { pagination } = page(
        rows,
        limit,
        (row) => row,
        ({ key }) => key,
      );
      const counted = request.headers.prefer?.includes('count') && after.length === 0;
      return {
        data: shown.map(({ ownerId, standing }, at) => ({
          record: records[at],
          ownerName: names.get(ownerId)?.name ?? '',
          standing,
        })),
        pagination,
        ...(counted ? { count: await countRecords(database, caller, filter, now) } : {}),
      };
    },
  );
};
