import type { Routes } from '../../../kernel/feature.ts';
import { pageOf } from '../../../kernel/lists.ts';
import { Type, UuidId } from '../../../kernel/schema.ts';
import { CreateSchedule, ScheduleReply, SchedulesPage, SchedulesQuery, UpdateSchedule } from './schema.ts';
import { createSchedule, deleteSchedule, updateSchedule } from './service.ts';
import { listSchedules } from './store.ts';
import { scheduleWire } from './wire.ts';

const WRITE = { scope: 'Write Custom Reports', limit: '100/minute' } as const;
const tags = ['Custom Reports'];

/** Reports that are made by themselves. */
export const scheduleRoutes: Routes = (app, services) => {
  const { database, cursors, clock } = services;
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
    async ({ caller, query: { after, limit = 100 } }) => {
      const binding = { operation: 'report-schedules', orgId: caller.orgId, actor: caller.actor };
      const [afterId] = after ? cursors.open(after, binding, clock.now()) : [];
      const schedules = await listSchedules(database, caller, afterId, limit);
      return pageOf(schedules, limit, scheduleWire, ({ id }) => cursors.seal([id], binding, clock.now()));
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
    async (request, reply) => {
      reply.code(201);
      return { data: await createSchedule(services, request.caller, request.body) };
    },
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
    async (request) => ({ data: await updateSchedule(services, request.caller, request.body) }),
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
    async (request, reply) => {
      reply.code(204);
      await deleteSchedule(services, request.caller, request.query.id);
      return reply.send('');
    },
  );
};
