import { empty, sql } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { numericIds, uuids } from '../../../kernel/ids.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { answerStream, streamPage } from '../../../kernel/pages/stream.ts';
import { parseTime } from '../../../kernel/time.ts';
import { entityIdsAfter, requireKnown, subjectNames, visibleTo } from '../../directory/index.ts';
import { publishedRequirements } from '../authoring/store.ts';
import { askedStatuses, filterOf } from './asked.ts';
import { explain } from './explain.ts';
import { countStatuses, listStatuses, matrixRows } from './lists.ts';
import { followedUpTo } from './position.ts';
import {
  type AskedStatus,
  ExplainQuery,
  MatrixQuery,
  StatusExplanation,
  StatusesPage,
  StatusesQuery,
  StatusMatrix,
  StatusStream,
  StreamQuery,
} from './schema.ts';
import { STATUS_JSON } from './store.ts';

const READ = { scope: 'Read Requirements', limit: '5/second' } as const;
const tags = ['Requirements'];

/** What requirements say of people and vehicles. */
export const statusRoutes: Routes = (app, services) => {
  const { database, cursors } = services;
  app.get(
    '/requirement-statuses',
    {
      config: READ,
      schema: {
        operationId: 'listRequirementStatuses',
        summary: 'Who meets what',
        description:
          'Kept statuses, which follow every change within a second or so; `asOfSeq` says up to which entry of the ledger. With `subjectIds` they are worked out at once, for any moment. "Prefer: count" adds counts to the first page.',
        tags,
        querystring: StatusesQuery,
        response: { 200: StatusesPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const filter = filterOf(query, caller.now);
      if (query.asOf !== undefined && !query.subjectIds) throw invalid('asOf', 'name the subjects, too.');
      await requireKnown(database, caller, { tagIds: filter.tagIds && [...filter.tagIds] });
      if (query.subjectIds) return askedStatuses(database, caller, query.subjectIds, query.asOf, filter);
      const { limit = 512 } = query;
      const { after, page } = paging(request, cursors, {
        ...filter,
        ...(query.expiringWithinDays === undefined ? {} : { endsBy: String(query.expiringWithinDays) }),
      });
      const asOfSeq = (await followedUpTo(database, caller.orgId)) ?? '0';
      const rows = await listStatuses(database, caller, filter, after, limit);
      const { data, pagination } = page(
        rows,
        limit,
        ({ json }) => JSON.parse(json) as AskedStatus,
        ({ key }) => key,
      );
      const counted = request.headers.prefer?.includes('count') && after.length === 0;
      return {
        data,
        pagination,
        asOfSeq,
        ...(counted ? { counts: await countStatuses(database, caller, filter) } : {}),
      };
    },
  );

  app.get(
    '/requirement-statuses/explain',
    {
      config: READ,
      schema: {
        operationId: 'explainRequirementStatus',
        summary: 'Why somebody has a status, at any moment',
        description:
          'Works the status out from all that is known, or for an earlier moment from all that was known then, and names every fact that it follows from.',
        tags,
        querystring: ExplainQuery,
        response: { 200: StatusExplanation },
      },
    },
    async ({ caller, query }) => ({
      data: await explain(database, caller, {
        ...query,
        asOf: query.asOf === undefined ? undefined : parseTime('asOf', query.asOf),
      }),
    }),
  );

  app.get(
    '/requirement-statuses/matrix',
    {
      config: READ,
      schema: {
        operationId: 'getRequirementStatusMatrix',
        summary: 'Everybody and every requirement at a glance',
        tags,
        querystring: MatrixQuery,
        response: { 200: StatusMatrix },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 1000 } = query;
      const ids = query.requirementIds && uuids('requirementIds', query.requirementIds);
      const tagIds = query.tagIds && [...numericIds('tagIds', query.tagIds)];
      await requireKnown(database, caller, { tagIds });
      const { after, page } = paging(request, cursors, { requirementIds: ids, tagIds });
      const all = await publishedRequirements(database, caller.orgId, ids);
      const unknown = ids?.find((id) => !all.some((each) => each.id === id));
      if (unknown) throw notFound(`requirementIds: no published requirement ${unknown}.`);
      const requirements = all.filter(({ archivedAt }) => !archivedAt);
      const asOfSeq = (await followedUpTo(database, caller.orgId)) ?? '0';
      const subjects = await entityIdsAfter(database, caller, after[0] ?? '0', limit + 1, tagIds);
      const { data, pagination } = page(
        subjects,
        limit,
        (id) => id,
        (id) => [id],
      );
      const cells = await matrixRows(
        database,
        caller.orgId,
        requirements.map(({ id }) => id),
        data,
      );
      const named = await subjectNames(database, caller, data);
      return {
        data: {
          requirements: requirements.map(({ id, name, severity }) => ({ id, name, severity })),
          subjects: data.flatMap((id) => {
            const subject = named.get(id);
            return subject
              ? [{ id, ...subject, statuses: cells.get(id) ?? '-'.repeat(requirements.length) }]
              : [];
          }),
        },
        pagination,
        asOfSeq,
      };
    },
  );

  app.get(
    '/requirement-statuses/stream',
    {
      config: READ,
      schema: {
        operationId: 'getRequirementStatusesStream',
        summary: 'Follow statuses as they change',
        description:
          'Every status that was found to differ in [startTime, endTime), by time of that. Without endTime there is always a next page: wait five seconds when one comes back empty.',
        tags,
        querystring: StreamQuery,
        response: { 200: StatusStream },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const ids = query.requirementIds && uuids('requirementIds', query.requirementIds);
      const which = ids ? sql`and status.requirement_id = any(${ids}::uuid[])` : empty;
      const source = {
        table: 'requirement_status status',
        document: STATUS_JSON,
        where: sql`status.org_id = ${caller.orgId} ${which} ${visibleTo(caller, sql`status.subject_id`)}`,
      };
      return jsonText(
        await answerStream(request, services, { requirementIds: ids }, (position) =>
          streamPage(database, position, source),
        ),
      );
    },
  );
};
