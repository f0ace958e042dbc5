import type { Routes } from '../../../../kernel/feature.ts';
import { FiguresQuery, TypeFigures } from './schema.ts';
import { countByType } from './store.ts';

/** How much each type is used, as figures. */
export const typeFigureRoutes: Routes = (app, { database }) => {
  app.get(
    '/qualification-types/figures',
    {
      config: { scope: 'Read Qualification Records', limit: '5/second' },
      schema: {
        operationId: 'getQualificationTypeFigures',
        summary: 'How many records each type has',
        tags: ['Qualifications'],
        querystring: FiguresQuery,
        response: { 200: TypeFigures },
      },
    },
    async ({ caller, query: { expiringDays = 30 } }) => ({
      data: await countByType(database, caller, expiringDays, caller.now.toISOString()),
    }),
  );
};
