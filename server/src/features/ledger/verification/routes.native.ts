import type { Routes } from '../../../kernel/feature.ts';
import { CreateVerification, VerificationQuery, VerificationReply } from './schema.ts';
import { findVerification, requestVerification } from './service.ts';

const tags = ['Ledger'];

/** Proving that the ledger is as it was written. */
export const verificationRoutes: Routes = (app, services) => {
  app.post(
    '/ledger/verify',
    {
      config: { scope: 'Read Ledger', limit: '100/minute' },
      schema: {
        operationId: 'verifyLedger',
        summary: 'Verify the ledger',
        description:
          'A job recomputes the chain of the organization, and compares the tables with it. While one is under way that one is answered. For whoever sees the whole organization.',
        tags,
        body: CreateVerification,
        response: { 202: VerificationReply },
      },
    },
    async ({ caller, body }) => ({
      data: await requestVerification(services, caller, body.withFiles ?? false),
    }),
  );

  app.get(
    '/ledger/verify',
    {
      config: { scope: 'Read Ledger', limit: '5/second' },
      schema: {
        operationId: 'getLedgerVerification',
        summary: 'How far a verification is, and what it found',
        tags,
        querystring: VerificationQuery,
        response: { 200: VerificationReply },
      },
    },
    async ({ caller, query }) => ({ data: await findVerification(services, caller, query.id) }),
  );
};
