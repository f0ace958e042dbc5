import type { Routes } from '../../../kernel/feature.ts';
import { HoursReply, PostHours } from './schema.ts';
import { ingestHours } from './service.ts';

/** How telemetry comes in: the public API takes it from its own devices. */
export const hoursRoutes: Routes = (app, { database }) => {
  app.post(
    '/driver-efficiency/hours',
    {
      config: { scope: 'Write Driver Efficiency', limit: '20/second' },
      schema: {
        operationId: 'postDriverEfficiencyHours',
        summary: 'Send what vehicles reported, hour by hour',
        description:
          'Up to 1,000 hours. Late and corrected hours are welcome at any time; the figures of their days and months follow in the same moment. Telemetry is not in the ledger.',
        tags: ['Driver Efficiency'],
        body: PostHours,
        response: { 200: HoursReply },
      },
    },
    async ({ caller, body }) => ({ data: await ingestHours(database, caller, body.data) }),
  );
};
