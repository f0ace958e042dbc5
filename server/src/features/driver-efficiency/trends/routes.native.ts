import type { Caller } from '../../../kernel/auth.ts';
import { invalid } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { numericIds } from '../../../kernel/ids.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { DAY_MS } from '../../../kernel/time.ts';
import { findSubjects, requireKnown } from '../../directory/index.ts';
import { cutHours, type Range, readWindow } from '../scores/window.ts';
import { readSettings } from '../settings/store.ts';
import { RankingPage, RankingQuery, SeriesQuery, SeriesReply } from './schema.ts';
import { pointsOf } from './series.ts';
import { rankOf, sumsByDay } from './store.ts';

const CONFIG = { scope: 'Read Driver Efficiency', limit: '5/second' } as const;
const tags = ['Driver Efficiency'];
/** The longest window, in days. */
const LONGEST = 1100;

/** Who drove how well compared with the period before, and how it went over time. */
export const trendRoutes: Routes = (app, { database, cursors }) => {
  app.get(
    '/driver-efficiency/ranking',
    {
      config: CONFIG,
      schema: {
        operationId: 'listDriverEfficiencyRanking',
        summary: 'Drivers or vehicles by overall score, with the change to the period before',
        description: 'Scores are numbers, also where the settings write letters.',
        tags,
        querystring: RankingQuery,
        response: { 200: RankingPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { type, search, sort = 'worst', limit = 512 } = query;
      const window = utcWindow(query, caller);
      const tagIds = query.tagIds && [...numericIds('tagIds', query.tagIds)];
      await requireKnown(database, caller, { tagIds });
      const { after, page } = paging(request, cursors, { type, ...window, tagIds, search, sort });
      const rows = await rankOf(database, caller, type, window, { search, tagIds, sort, after, limit });
      return page(
        rows,
        limit,
        ({ id, name, score, previous, change, drive }) => ({
          id,
          type,
          name,
          overallScore: score,
          previousScore: previous,
          change,
          driveTimeDurationMs: Number(drive),
        }),
        ({ key }) => key,
      );
    },
  );

  app.get(
    '/driver-efficiency/series',
    {
      config: CONFIG,
      schema: {
        operationId: 'getDriverEfficiencySeries',
        summary: 'The scores and percentages of a driver or vehicle over time',
        tags,
        querystring: SeriesQuery,
        response: { 200: SeriesReply },
      },
    },
    async ({ caller, query }) => {
      const { bucket = 'day' } = query;
      const window = utcWindow(query, caller);
      const [subject] = await findSubjects(database, caller, 'id', [query.id]);
      if (!subject || subject.type === 'user') throw invalid('id', 'it is a user. Use a driver or vehicle.');
      const { type, id } = subject;
      const settings = await readSettings(database, caller.orgId);
      const days = await sumsByDay(database, caller.orgId, { type, id }, window);
      return { data: { id, type, points: pointsOf(settings, days, bucket) } };
    },
  );
};

/** The window, whose ends are hours as they are stored. @throws 400 */
function utcWindow(query: { startTime: string; endTime: string }, { now }: Caller): Range {
  const window = readWindow(query, now);
  const [cut] = cutHours(window);
  if (cut) throw invalid(cut.field, 'hours are stored by UTC: use a whole hour in UTC.');
  if (Date.parse(window.to) - Date.parse(window.from) > LONGEST * DAY_MS)
    throw invalid('startTime', `it must be at most ${LONGEST} days before endTime.`);
  return window;
}
