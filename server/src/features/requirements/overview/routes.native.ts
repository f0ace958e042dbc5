import { dayAfterDays, dayOf, daysBetween } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { numericIds } from '../../../kernel/ids.ts';
import { parseTime, shortTime } from '../../../kernel/time.ts';
import { findTags, organizationSettings, requireKnown, subjectNames } from '../../directory/index.ts';
import { publishedRequirements } from '../authoring/store.ts';
import { followedUpTo } from '../statuses/position.ts';
import {
  ATTENTION,
  Attention,
  HistoryQuery,
  LapsesQuery,
  OverviewQuery,
  Readiness,
  ReadinessHistory,
  ReadinessLapses,
} from './schema.ts';
import {
  attentionRows,
  lapsesByWeek,
  readinessByRequirement,
  readinessByTag,
  readinessDays,
  readinessOf,
} from './store.ts';

const READ = { scope: 'Read Requirements', limit: '5/second' } as const;
const tags = ['Requirements'];
const MOST_DAYS = 366;

/** How the organization stands, and what to do today. */
export const overviewRoutes: Routes = (app, { database }) => {
  app.get(
    '/readiness',
    {
      config: READ,
      schema: {
        operationId: 'getReadiness',
        summary: 'The share of what is needed that is met',
        tags,
        querystring: OverviewQuery,
        response: { 200: Readiness },
      },
    },
    async ({ caller, query }) => {
      const tagIds = query.tagIds && [...numericIds('tagIds', query.tagIds)];
      await requireKnown(database, caller, { tagIds });
      const asOfSeq = (await followedUpTo(database, caller.orgId)) ?? '0';
      const requirements = await publishedRequirements(database, caller.orgId);
      const names = new Map(requirements.map(({ id, name }) => [id, name]));
      const ofTags = await readinessByTag(database, caller, tagIds);
      const known = await findTags(
        database,
        caller.orgId,
        ofTags.map(({ id }) => id),
      );
      return {
        data: {
          asOfSeq,
          ...(await readinessOf(database, caller, tagIds)),
          requirements: (await readinessByRequirement(database, caller, tagIds)).map((each) => ({
            ...each,
            name: names.get(each.id) ?? '',
          })),
          tags: ofTags.map((each) => ({ ...each, name: known.get(each.id)?.name ?? '' })),
        },
      };
    },
  );

  app.get(
    '/readiness/history',
    {
      config: READ,
      schema: {
        operationId: 'getReadinessHistory',
        summary: 'That share, day by day',
        tags,
        querystring: HistoryQuery,
        response: { 200: ReadinessHistory },
      },
    },
    async ({ caller, query }) => {
      const { timeZone } = await organizationSettings(database, caller.orgId);
      const first = dayOf(timeZone, parseTime('startTime', query.startTime));
      const end =
        query.endTime === undefined ? caller.now.toISOString() : parseTime('endTime', query.endTime);
      const last = dayOf(timeZone, end < caller.now.toISOString() ? end : caller.now.toISOString());
      const count = daysBetween(first, last) + 1;
      if (query.endTime !== undefined && dayOf(timeZone, end) < first)
        throw invalid('endTime', 'it is before startTime.');
      if (count > MOST_DAYS)
        throw invalid('startTime', `that is ${count} days; ask for at most ${MOST_DAYS}.`);
      const changed = await readinessDays(database, caller, timeZone);
      return {
        data: Array.from({ length: Math.max(0, count) }, (_, n) => {
          const day = dayAfterDays(first, n);
          const { needed, met } = changed.findLast((each) => each.day <= day) ?? { needed: 0, met: 0 };
          return { day, needed, met, share: needed === 0 ? null : met / needed };
        }),
      };
    },
  );

  app.get(
    '/readiness/lapses',
    {
      config: READ,
      schema: {
        operationId: 'getReadinessLapses',
        summary: 'How much of what is met lapses, week by week',
        tags,
        querystring: LapsesQuery,
        response: { 200: ReadinessLapses },
      },
    },
    async ({ caller, query }) => {
      const tagIds = query.tagIds && [...numericIds('tagIds', query.tagIds)];
      await requireKnown(database, caller, { tagIds });
      const { timeZone } = await organizationSettings(database, caller.orgId);
      const now = caller.now.toISOString();
      const today = dayOf(timeZone, now);
      const lapses = await lapsesByWeek(database, caller, tagIds, now, today, timeZone);
      return {
        data: Array.from({ length: query.weeks ?? 9 }, (_, n) => ({
          day: dayAfterDays(today, 7 * n),
          count: lapses.get(n) ?? 0,
        })),
      };
    },
  );

  app.get(
    '/attention',
    {
      config: READ,
      schema: {
        operationId: 'getAttention',
        summary: 'What to do today',
        description: 'Grouped by what it costs not to do it: counts, and the first ten of each.',
        tags,
        querystring: OverviewQuery,
        response: { 200: Attention },
      },
    },
    async ({ caller, query }) => {
      const tagIds = query.tagIds && [...numericIds('tagIds', query.tagIds)];
      await requireKnown(database, caller, { tagIds });
      const asOfSeq = (await followedUpTo(database, caller.orgId)) ?? '0';
      const requirements = new Map(
        (await publishedRequirements(database, caller.orgId)).map((each) => [each.id, each]),
      );
      const blocking = [...requirements.values()].flatMap(({ id, severity }) =>
        severity === 'block' ? [id] : [],
      );
      const rows = await attentionRows(database, caller, tagIds, blocking);
      const names = await subjectNames(
        database,
        caller,
        rows.map(({ subjectId }) => subjectId),
      );
      const groups = ATTENTION.map((kind) => {
        const ofKind = rows.filter((row) => row.kind === kind);
        const items = ofKind.flatMap(({ subjectId, requirementId, status, isInHand, dueAt }) => {
          const [subject, requirement] = [names.get(subjectId), requirements.get(requirementId)];
          if (!subject || !requirement) return [];
          const { id, name, severity } = requirement;
          return [
            {
              subject: { id: subjectId, ...subject },
              requirement: { id, name, severity },
              status,
              isInHand,
              ...(dueAt ? { dueAt: shortTime(dueAt) } : {}),
            },
          ];
        });
        return { kind, count: ofKind[0]?.count ?? 0, items };
      });
      return { data: { asOfSeq, groups } };
    },
  );
};
