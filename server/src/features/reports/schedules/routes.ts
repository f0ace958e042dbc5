import type { Routes } from '../../../kernel/feature.ts';
import { paging } from '../../../kernel/pages/lists.ts';
import { Type, UuidId } from '../../../kernel/schema.ts';
import { scheduleWire } from './resource.ts';
import { CreateSchedule, ScheduleReply, SchedulesPage, SchedulesQuery, UpdateSchedule } from './schema.ts';
import { createSchedule, deleteSchedule, updateSchedule } from './service.ts';
import { listSchedules } from './store.ts';

const WRITE = { scope: 'Write Custom Reports', limit: '100/minute' } as const;
const tags = ['Custom Reports'];

/** Reports that are made by themselves. */
export const scheduleRoutes: Routes = (app, services) => {
  const { database, cursors } = services;
  app.get(
    '/reports/schedules',
    {
      config: { scope: 'Read Custom Reports', limit: '5/second' },
      schema: {
        operationId: 'listReportSchedules',
        summary: 'List report schedules',
        tags,
        querystring: SchedulesQuery,
        response: { 200: SchedulesPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const { limit = 100 } = query;
      const { after, page } = paging(request, cursors, { actor: caller.actor });
      const schedules = await listSchedules(database, caller, after[0], limit);
      return page(schedules, limit, scheduleWire, ({ id }) => [id]);
    },
  );

  app.post(
    '/reports/schedules',
    {
      config: WRITE,
      schema: {
        operationId: 'createReportSchedule',
        summary: 'Run a report config regularly',
        description:
          'Each time that comes is run once. After the server was down the missed times are made up for, the latest 31 of them.',
        tags,
        body: CreateSchedule,
        response: { 201: ScheduleReply },
      },
    },
    async ({ caller, body }) => ({ data: await createSchedule(services, caller, body) }),
  );

  app.patch(
    '/reports/schedules',
    {
      config: WRITE,
      schema: {
        operationId: 'updateReportSchedule',
        summary: 'Change, pause or resume a report schedule',
        tags,
        body: UpdateSchedule,
        response: { 200: ScheduleReply },
      },
    },
    async ({ caller, body }) => ({ data: await updateSchedule(services, caller, body) }),
  );

  app.delete(
    '/reports/schedules',
    {
      config: WRITE,
      schema: {
        operationId: 'deleteReportSchedule',
        summary: 'Delete a report schedule; its runs stay',
        tags,
        querystring: Type.Object({ id: UuidId('Schedule to delete.') }),
        response: { 204: Type.Literal('', { description: 'Deleted; there is no body.' }) },
      },
    },
    async ({ caller, query }) => {
      await deleteSchedule(services, caller, query.id);
    },
  );
};
