import { invalid } from '../../kernel/errors.ts';
import { parseTime, wireTime } from '../../kernel/time.ts';

/**
 * The first and last moment of what a request describes, RFC 3339 with milliseconds; it begins at `at`, PostgreSQL's
 * text, unless the request says when.
 *
 * @throws 400 when it ends before it begins.
 */
export function readPeriod<U extends string | undefined>(
  given: { from?: string },
  until: U,
  at: string,
): { from: string; until: U } {
  const from = parseTime('from', given.from ?? wireTime(at));
  const last = until === undefined ? undefined : parseTime('until', until);
  if (last !== undefined && last <= from)
    throw invalid('until', given.from === undefined ? 'it must be after now.' : 'it must be after from.');
  return { from, until: last as U };
}
