import type { Routes } from '../../../kernel/feature.ts';
import { Type, UuidId } from '../../../kernel/schema.ts';
import { ConfigReply, CreateConfig, UpdateConfig } from './schema.ts';
import { createConfig, deleteConfig, type Release, updateConfig } from './service.ts';

const WRITE = { scope: 'Write Custom Reports', limit: '100/minute' } as const;
const tags = ['Custom Reports'];

/** What the public API keeps in its dashboard: making report configs. `release` takes away what hangs on one. */
export const configAuthoringRoutes =
  (release: Release): Routes =>
  (app, services) => {
    app.post(
      '/reports/configs',
      {
        config: WRITE,
        schema: {
          operationId: 'createReportConfig',
          summary: 'Make a report config',
          tags,
          body: CreateConfig,
          response: { 201: ConfigReply },
        },
      },
      async ({ caller, body }) => ({ data: await createConfig(services, caller, body) }),
    );

    app.patch(
      '/reports/configs',
      {
        config: WRITE,
        schema: {
          operationId: 'updateReportConfig',
          summary: 'Change a report config',
          description:
            'Only what is named changes; columns, filters, groups and order are each replaced as a whole.',
          tags,
          body: UpdateConfig,
          response: { 200: ConfigReply },
        },
      },
      async ({ caller, body }) => ({ data: await updateConfig(services, caller, body) }),
    );

    app.delete(
      '/reports/configs',
      {
        config: WRITE,
        schema: {
          operationId: 'deleteReportConfig',
          summary: 'Delete a report config with its schedules; its runs stay',
          tags,
          querystring: Type.Object({ id: UuidId('Report config to delete.') }),
          response: { 204: Type.Literal('', { description: 'Deleted; there is no body.' }) },
        },
      },
      async ({ caller, query }) => {
        await deleteConfig(services, caller, query.id, release);
      },
    );
  };
