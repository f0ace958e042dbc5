import { holds } from '../../../kernel/auth.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Routes } from '../../../kernel/feature.ts';
import { baseUrl } from '../../../kernel/http/signed-urls.ts';
import { findSubjects, organizationSettings, subjectHead, tagsOfSubjects } from '../../directory/index.ts';
import { servedText } from '../../fields/index.ts';
import { recordsOfOwner } from '../../qualifications/index.ts';
import { standingOf } from '../../requirements/index.ts';
import { assignmentsOfLearner } from '../../training/index.ts';
import { MOST_ASSIGNMENTS, MOST_RECORDS, SubjectQuery, SubjectSummary } from './schema.ts';

/** One person or vehicle on one page. */
export const subjectSummaryRoutes: Routes = (app, services) => {
  const { database } = services;
  app.get(
    '/subjects/summary',
    {
      config: { scope: 'Read Requirements', limit: '5/second' },
      schema: {
        operationId: 'getSubjectSummary',
        summary: 'One person or vehicle on one page',
        description:
          'Who it is, what is needed of it and how it stands, its papers and its training. Papers and training are left out for whoever may not read them.',
        tags: ['Subjects'],
        querystring: SubjectQuery,
        response: { 200: SubjectSummary },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const [subject] = await findSubjects(database, caller, 'id', [query.id], { deleted: true });
      const head = subject && (await subjectHead(database, caller, subject));
      if (!head) throw notFound(`id: no person or vehicle ${query.id.slice(0, 100)}.`);
      const { id, type, username, email, timeZone, ...rest } = head;
      const may = (scope: string): boolean => holds(caller.scopes, scope);
      const signsIn = may(type === 'driver' ? 'Read Drivers' : 'Read Users') ? { username, email } : {};
      const zone = timeZone ?? (await organizationSettings(database, caller.orgId)).timeZone;
      const records =
        may('Read Qualification Records') &&
        (await servedText(
          services,
          database,
          caller.orgId,
          await recordsOfOwner(database, caller, id, MOST_RECORDS),
          baseUrl(services.publicUrl, request),
        ));
      const assignments =
        type !== 'vehicle' &&
        may('Read Training Assignments') &&
        (await assignmentsOfLearner(database, caller, id, caller.now.toISOString(), MOST_ASSIGNMENTS));
      return {
        data: {
          id,
          type,
          ...rest,
          ...signsIn,
          timeZone: zone,
          tags: (await tagsOfSubjects(database, caller, [id])).get(id) ?? [],
          ...(await standingOf(database, caller, id)),
          ...(records ? { qualificationRecords: JSON.parse(records) } : {}),
          ...(assignments ? { trainingAssignments: assignments } : {}),
        },
      };
    },
  );
};
