import type { Routes } from '../../../kernel/feature.ts';
import { sendAscii } from '../../../kernel/http.ts';
import { settle, streamPagination, streamPosition } from '../../../kernel/stream.ts';
import { findPeople } from '../../directory/index.ts';
import { courseFilter } from '../courses/filter.ts';
import { AssignmentsPage, StreamQuery } from './schema.ts';
import { streamAssignments } from './store.ts';

export const assignmentStreamRoutes: Routes = (app, { database, cursors, clock }) => {
  app.get(
    '/training-assignments/stream',
    {
      config: { scope: 'Read Training Assignments', limit: '5/second' },
      schema: {
        operationId: 'getTrainingAssignmentsStream',
        summary: 'Follow training assignments as they change',
        description:
          'Every assignment changed in [startTime, endTime), by time of its last change, deleted ones with deletedAtTime. Without endTime there is always a next page: wait five seconds when one comes back empty. An assignment comes again each time it changes.',
        tags: ['Training Assignments'],
        querystring: StreamQuery,
        response: { 200: AssignmentsPage },
      },
    },
    async (request, reply) => {
      const { caller, query } = request;
      const now = clock.now();
      const { status, isOverdue, learnerTypes = ['driver'] } = query;
      const learners =
        query.learnerIds &&
        (await findPeople(database, caller, 'learnerIds', query.learnerIds, { deleted: true }));
      const filter = {
        learnerTypes: [...new Set(learnerTypes)],
        learnerIds: learners?.map((person) => person.id),
        ...(await courseFilter(database, caller.orgId, query)),
        status,
        isOverdue,
      };
      const binding = { operation: 'training-assignments/stream', orgId: caller.orgId, ...filter };
      const position = streamPosition(cursors, query, binding, now);
      await settle(database, caller.orgId, position.endTime);
      const { items, count, last } = await streamAssignments(database, caller, position, filter, now);
      const pagination = streamPagination(cursors, position, last, count, now);
      return sendAscii(reply, ['{"data":[', items, `],"pagination":${JSON.stringify(pagination)}}`]);
    },
  );
};
