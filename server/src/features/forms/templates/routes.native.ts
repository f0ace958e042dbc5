import type { Routes } from '../../../kernel/feature.ts';
import { CreateTemplate, TemplateReply, UpdateTemplate } from './schema.ts';
import { createTemplate, updateTemplate } from './service.ts';

const WRITE = { scope: 'Write Form Submissions', limit: '100/minute' } as const;
const tags = ['Forms'];

/** What the public API keeps in its dashboard: making templates. */
export const templateAuthoringRoutes: Routes = (app, { database }) => {
  app.post(
    '/form-templates',
    {
      config: WRITE,
      schema: {
        operationId: 'createFormTemplate',
        summary: 'Make a form template',
        tags,
        body: CreateTemplate,
        response: { 201: TemplateReply },
      },
    },
    async ({ caller, body }) => ({ data: await createTemplate(database, caller, body) }),
  );

  app.patch(
    '/form-templates',
    {
      config: WRITE,
      schema: {
        operationId: 'updateFormTemplate',
        summary: 'Change a form template',
        description:
          'Only what is named changes, sections as a whole. Any change makes a new revision; submissions keep theirs.',
        tags,
        body: UpdateTemplate,
        response: { 200: TemplateReply },
      },
    },
    async ({ caller, body }) => ({ data: await updateTemplate(database, caller, body) }),
  );
};
