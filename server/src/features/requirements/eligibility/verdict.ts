import type { Severity } from '../authoring/content.ts';
import { isUnmet, type Status } from '../rules/status.ts';
import type { Verdict } from './schema.ts';

/**
 * What a status means for work: of a requirement that blocks, only what is overdue keeps from it; whatever else is not
 * met is warned of.
 */
export function verdictOf(
  { status, isOverdue }: Pick<Status, 'status' | 'isOverdue'>,
  severity: Severity,
): Verdict {
  if (!isUnmet({ status })) return 'allow';
  return severity === 'block' && isOverdue ? 'block' : 'warn';
}

const HARDNESS: Record<Verdict, number> = { allow: 0, warn: 1, block: 2 };

export const isHarder = (a: Verdict, b: Verdict): boolean => HARDNESS[a] > HARDNESS[b];

export const hardest = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce((hard, each) => (isHarder(each, hard) ? each : hard), 'allow' as Verdict);
