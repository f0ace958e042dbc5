import { invalid } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { numericIds, uuids } from '../../../kernel/ids.ts';
import { DAY_MS, parseTime, shortTime } from '../../../kernel/time.ts';
import { organizationSettings, requireKnown } from '../../directory/index.ts';
import { Expirations, ExpirationsQuery } from './schema.ts';
import { countExpirations } from './store.ts';

const MOST_DAYS = 1100;

/** What lapses when. */
export const expirationRoutes: Routes = (app, { database }) => {
  app.get(
    '/expirations',
    {
      config: { scope: 'Read Qualification Records', limit: '5/second' },
      schema: {
        operationId: 'getExpirations',
        summary: 'How many qualification records expire when',
        description: 'Active ones, by the day or week.',
        tags: ['Qualifications'],
        querystring: ExpirationsQuery,
        response: { 200: Expirations },
      },
    },
    async ({ caller, query }) => {
      const { by = 'week' } = query;
      const start = parseTime('startTime', query.startTime);
      const end =
        query.endTime === undefined
          ? new Date(Date.parse(start) + 365 * DAY_MS).toISOString()
          : parseTime('endTime', query.endTime);
      if (end < start) throw invalid('endTime', 'it is before startTime.');
      if (Date.parse(end) - Date.parse(start) > MOST_DAYS * DAY_MS)
        throw invalid('endTime', `it is more than ${MOST_DAYS} days after startTime.`);
      const tagIds = query.tagIds && [...numericIds('tagIds', query.tagIds)];
      await requireKnown(database, caller, { tagIds });
      const typeIds = query.qualificationTypeIds && uuids('qualificationTypeIds', query.qualificationTypeIds);
      const { timeZone } = await organizationSettings(database, caller.orgId);
      const periods = await countExpirations(database, caller, { start, end, typeIds, tagIds }, by, timeZone);
      return {
        data: periods.map(({ day, start: from, end: until, count }) => ({
          day,
          startTime: shortTime(from),
          endTime: shortTime(until),
          count,
        })),
      };
    },
  );
};
