import type { Routes } from '../../../kernel/feature.ts';
import { checkEligibility } from './check.ts';
import { CheckEligibility, Eligibility } from './schema.ts';

/** Who may work, asked when work is given out. */
export const eligibilityRoutes: Routes = (app, { database }) => {
  app.post(
    '/eligibility/check',
    {
      config: { scope: 'Read Requirements', limit: '10/second' },
      schema: {
        operationId: 'checkEligibility',
        summary: 'Who may work, with which vehicle, when',
        description:
          'Allow, warn or block for each subject, with the reasons, their citations, and when time alone will make it harder. Worked out from all that is known at that moment, never from kept statuses. Of a requirement that blocks, only what is overdue blocks; an override makes a block a warning.',
        tags: ['Requirements'],
        body: CheckEligibility,
        response: { 200: Eligibility },
      },
    },
    async ({ caller, body }) => ({ data: await checkEligibility(database, caller, body) }),
  );
};
