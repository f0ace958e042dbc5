import multipart from '@fastify/multipart';
import type { Routes } from '../../../kernel/feature.ts';
import { receiveImport } from './receive.ts';
import { ImportForm, ImportReply } from './schema.ts';
import { importFile, requireImporter } from './service.ts';

/** What `crewready import` does, by HTTP. */
export const importRoutes: Routes = (app, { database }) => {
  app.register(multipart);

  app.post(
    '/import',
    {
      config: { scope: 'Write Imports', limit: '10/minute', form: ImportForm },
      schema: {
        operationId: 'importFile',
        summary: 'Import people, vehicles, courses or requirements from a file',
        description:
          'Answers for each row what becomes of it. With `dryRun=true`, and when a row is refused, nothing is written; else all of it in one write. Takes the scopes that writing those objects takes, too. For whoever sees the whole organization.',
        tags: ['Imports'],
        response: { 200: ImportReply },
      },
    },
    async (request) => {
      const { caller } = request;
      const { fields, source } = await receiveImport(request);
      requireImporter(caller, fields);
      return { data: await importFile(database, caller, source, fields) };
    },
  );
};
