import type { Routes } from '../../../kernel/feature.ts';
import { uuids } from '../../../kernel/ids.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { findSubjects } from '../../directory/index.ts';
import { remindNow } from './now.ts';
import { RemindersPage, RemindersQuery, RemindNow, RemindReply } from './schema.ts';
import { listReminders, reminderWire } from './store.ts';

const tags = ['Reminders'];

/** Who was told of what, when, or why not. */
export const reminderRoutes: Routes = (app, { database, cursors, smtp }) => {
  app.get(
    '/reminders',
    {
      config: { scope: 'Read Requirements', limit: '5/second' },
      schema: {
        operationId: 'listReminders',
        summary: 'List who was reminded of what and when, or why not',
        description: 'A row for each step that came, each recipient a row of their own.',
        tags,
        querystring: RemindersQuery,
        response: { 200: RemindersPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 512 } = query;
      const subjects =
        query.subjectIds &&
        (await findSubjects(database, caller, 'subjectIds', query.subjectIds, { deleted: true }));
      const filter = {
        subjectIds: subjects?.map(({ id }) => id),
        requirementIds: query.requirementIds && uuids('requirementIds', query.requirementIds),
        states: query.states,
      };
      const { after, page } = paging(request, cursors, filter);
      const rows = await listReminders(database, caller, filter, after[0], limit);
      return page(rows, limit, reminderWire, ({ id }) => [id]);
    },
  );

  app.post(
    '/reminders/send',
    {
      config: { scope: 'Write Requirements', limit: '100/minute' },
      schema: {
        operationId: 'sendReminders',
        summary: 'Remind people of what they lack now, with or without a policy',
        description:
          'Each pair has its outcome. Nobody is reminded of one thing by hand twice a day, nor in quiet hours: then it waits. `dryRun=true` tells the outcomes alone.',
        tags,
        body: RemindNow,
        response: { 200: RemindReply },
      },
    },
    async ({ caller, body }) => ({ data: await remindNow(database, caller, body, smtp !== undefined) }),
  );
};
