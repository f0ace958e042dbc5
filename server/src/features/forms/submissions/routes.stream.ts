import type { Routes } from '../../../kernel/feature.ts';
import { jsonText } from '../../../kernel/http/http.ts';
import { baseUrl } from '../../../kernel/http/signed-urls.ts';
import { uuids } from '../../../kernel/ids.ts';
import { answerStream, streamPage } from '../../../kernel/pages/stream.ts';
import { findPeople } from '../../directory/index.ts';
import { servedText } from '../../fields/index.ts';
import { requireTemplates } from '../templates/service.ts';
import { StreamQuery, SubmissionsPage } from './schema.ts';
import { submissionStream } from './store.ts';

export const submissionStreamRoutes: Routes = (app, services) => {
  const { database, publicUrl } = services;
  app.get(
    '/form-submissions/stream',
    {
      config: { scope: 'Read Form Submissions', limit: '5/second' },
      schema: {
        operationId: 'getFormSubmissionsStream',
        summary: 'Follow form submissions as they change',
        description:
          'Every submission changed in [startTime, endTime), by time of its last change. Without endTime there is always a next page: wait five seconds when one comes back empty. A submission comes again each time it changes.',
        tags: ['Forms'],
        querystring: StreamQuery,
        response: { 200: SubmissionsPage },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const typed = (type: string, ids: string[] = []) =>
        ids.map((id) => (/^\d+$/.test(id) ? `${type}-${id}` : id));
      const find = (field: string, ids: string[]) =>
        findPeople(database, caller, field, ids, { deleted: true });
      const people = [
        ...(query.userIds ? await find('userIds', typed('user', query.userIds)) : []),
        ...(query.driverIds ? await find('driverIds', typed('driver', query.driverIds)) : []),
      ];
      const templateIds = query.formTemplateIds && uuids('formTemplateIds', query.formTemplateIds);
      if (templateIds) await requireTemplates(database, caller.orgId, 'formTemplateIds', templateIds);
      const filter = {
        templateIds,
        personIds: query.userIds || query.driverIds ? people.map(({ id }) => id) : undefined,
        routeStopIds: query.assignedToRouteStopIds,
      };
      const externalIds = query.include !== undefined;
      const source = submissionStream(caller, filter, externalIds);
      const base = baseUrl(publicUrl, request);
      return jsonText(
        await answerStream(
          request,
          services,
          { ...filter, externalIds },
          (position) => streamPage(database, position, source),
          (items) => servedText(services, database, caller.orgId, items, base),
        ),
      );
    },
  );
};
