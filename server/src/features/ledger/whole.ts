import type { Sight } from '../../kernel/auth.ts';
import { denied } from '../../kernel/errors.ts';

/** @throws 403 for whoever is limited to tags: the ledger tells of everybody. */
export function requireWhole({ tagIds }: Pick<Sight, 'tagIds'>): void {
  if (tagIds)
    throw denied('The ledger is shared by the whole organization: it takes a token or a role without tags.');
}
