import type { Routes } from '../../../kernel/feature.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { SimulateRequirement, Simulation, SimulationQuery } from './schema.ts';
import { namedChanges, simulate } from './simulate.ts';

/** What publishing would do, before it does. */
export const simulationRoutes: Routes = (app, { database, cursors }) => {
  app.post(
    '/requirements/simulate',
    {
      config: { scope: 'Read Requirements', limit: '100/minute' },
      schema: {
        operationId: 'simulateRequirement',
        summary: 'What publishing would make of whom',
        description:
          'Takes a draft, or an `id` with changes, and answers how many would become what, the people of each change by name, and the assignments it would make. Nothing is written. The first page has the counts of everybody.',
        tags: ['Requirements'],
        querystring: SimulationQuery,
        body: SimulateRequirement,
        response: { 200: Simulation },
      },
    },
    async (request) => {
      const { caller, query, body } = request;
      const { limit = 512 } = query;
      const { after, page } = paging(request, cursors, { requirement: JSON.stringify(body) });
      const found = await simulate(database, caller, body, after[0], limit);
      const { data, pagination } = page(
        found.changes,
        limit,
        (change) => change,
        ({ id }) => [id],
      );
      const changes = await namedChanges(database, caller, data);
      const { subjects, assignments, before, after: then } = found;
      return {
        data: after.length > 0 ? { changes } : { subjects, before, after: then, assignments, changes },
        pagination,
      };
    },
  );
};
