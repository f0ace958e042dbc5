import type { Routes } from '../../../kernel/feature.ts';
import { asciiText } from '../../../kernel/http/http.ts';
import { answerStream } from '../../../kernel/pages/stream.ts';
import { findPeople } from '../../directory/index.ts';
import { courseFilter } from '../courses/filter.ts';
import { wireText } from './document.ts';
import { AssignmentsPage, StreamQuery } from './schema.ts';
import { streamAssignments } from './store.ts';

export const assignmentStreamRoutes: Routes = (app, services) => {
  const { database } = services;
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
    async (request) => {
      const { caller, query } = request;
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
      const pieces = await answerStream(
        request,
        services,
        filter,
        (position) => streamAssignments(database, caller, position, filter, caller.now),
        wireText,
      );
      return asciiText(pieces);
    },
  );
};
