import type { SignedUrls } from '../../../kernel/http/signed-urls.ts';
import { isNumericId } from '../../../kernel/ids.ts';

const PURPOSE = 'unsubscribe';

/** The address at which somebody refuses further reminders, for whoever has it. */
export const unsubscribeUrl = (
  signedUrls: SignedUrls,
  base: string,
  orgId: string,
  personId: string,
): string => `${base}/unsubscribe/${orgId}.${personId}.${signedUrls.seal(PURPOSE, `${orgId}.${personId}`)}`;

/** Whom such an address is of; undefined when anything in it was changed. */
export function readUnsubscribe(
  signedUrls: SignedUrls,
  token: string,
): { orgId: string; personId: string } | undefined {
  const [orgId = '', personId = '', seal = ''] = token.split('.');
  if (!isNumericId(orgId) || !isNumericId(personId)) return undefined;
  return signedUrls.isSeal(seal, PURPOSE, `${orgId}.${personId}`) ? { orgId, personId } : undefined;
}
