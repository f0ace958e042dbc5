import type { Routes } from '../../../kernel/feature.ts';
import { olderFieldType } from '../../fields/index.ts';
import { templatesPage } from './routes.ts';
import { type PreviewTemplate, PreviewTemplatesPage, type Template, TemplatesQuery } from './schema.ts';

/** The older shape: a description always, sections without ids, kinds of assets capitalized, fewer settings. */
export const previewTemplateRoutes: Routes = (app, services) => {
  app.get(
    '/preview/form-templates',
    {
      config: { scope: 'Read Preview', limit: '5/second' },
      schema: {
        operationId: 'previewGetFormTemplates',
        summary: 'List form templates (older shape)',
        tags: ['Preview'],
        querystring: TemplatesQuery,
        response: { 200: PreviewTemplatesPage },
      },
    },
    (request) => templatesPage(services, request, toPreview),
  );
};

const toPreview = ({
  formCategory: _category,
  description = '',
  sections,
  fields,
  ...head
}: Template): PreviewTemplate => ({
  ...head,
  description,
  sections: sections.map(({ id: _id, ...section }) => section),
  fields: fields.map(
    ({
      conditionalActions: _actions,
      columns: _columns,
      autofillFromId: _from,
      isAutofillSource: _source,
      timeZone: _zone,
      allowedAssetTypes,
      type,
      ...field
    }) => ({
      ...field,
      type: olderFieldType(type),
      ...(allowedAssetTypes ? { allowedAssetTypes: allowedAssetTypes.map(capitalized) } : {}),
    }),
  ),
});

const capitalized = <T extends string>(text: T): Capitalize<T> =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}` as Capitalize<T>;
