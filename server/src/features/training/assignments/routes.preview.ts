import type { Routes } from '../../../kernel/feature.ts';
import { JSON_TYPE, jsonText } from '../../../kernel/http/http.ts';
import { REMOVE, RESCHEDULE, WRITE_ASSIGNMENTS, wantsOutcomes } from './routes.ts';
import { remove, reschedule } from './service.ts';

const tags = ['Preview'];

/** Rescheduling and deleting at the older path, where they are the same. */
export const previewAssignmentRoutes: Routes = (app, { database }) => {
  app.patch(
    '/preview/training-assignments',
    {
      config: WRITE_ASSIGNMENTS,
      schema: { operationId: 'previewPatchTrainingAssignments', tags, ...RESCHEDULE },
    },
    async ({ caller, query }) => jsonText(await reschedule(database, caller, query)),
  );

  app.delete(
    '/preview/training-assignments',
    {
      config: WRITE_ASSIGNMENTS,
      schema: { operationId: 'previewDeleteTrainingAssignments', tags, ...REMOVE },
    },
    async ({ caller, query, headers }, reply) => {
      const wanted = wantsOutcomes(headers);
      reply.code(wanted ? 200 : 204);
      const outcomes = await remove(database, caller, query, !wanted);
      return outcomes === undefined ? undefined : reply.type(JSON_TYPE).send(jsonText(outcomes));
    },
  );
};
