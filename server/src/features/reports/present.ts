import type { Tx } from '../../kernel/ledger/resource.ts';
import { wireTime } from '../../kernel/time.ts';

/** The present of a write. */
export const presentOf = ({ at }: Pick<Tx, 'at'>): Date => new Date(wireTime(at));
