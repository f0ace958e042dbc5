import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { type Verification, VerificationDocument } from './schema.ts';
import { type KeptVerification, readVerifications } from './store.ts';

/** A verification as it is served. */
export const servedVerification = ({
  document,
  share,
}: Pick<KeptVerification, 'document' | 'share'>): Verification => ({
  ...document,
  // All is walked only once the end of the ledger and the tables were seen to fit.
  percentComplete: document.status === 'pending' ? Math.min(99, Math.floor(share * 100)) : 100,
});

/** A walk along the ledger that somebody asked for, and what it found. */
export const ledgerVerification: Resource<VerificationDocument> = {
  name: 'ledgerVerification',
  scope: 'Read Ledger',
  id: 'uuid',
  document: VerificationDocument,
  shared: true,
  about: () => [],
  read: readVerifications,
  present: (orgId) => sql`select id::text from ledger_verification where org_id = ${orgId}`,
  served: (document) => servedVerification({ document, share: 0 }),
};
