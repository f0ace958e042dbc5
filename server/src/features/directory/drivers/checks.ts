import { isZone } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import { noteThrown, type Problems } from '../../../kernel/http/problems.ts';
import { DAY_MS, parseTime } from '../../../kernel/time.ts';
import { checkCodes } from '../entities/codes.ts';
import { checkExternalIds } from '../external-ids/checks.ts';
import type { UpdateDriver } from './schema.ts';

const SIX_MONTHS_MS = 184 * DAY_MS;

/** Reports what is wrong with the fields themselves; needs no database and so runs before the write. */
export function checkDrivers(
  items: readonly { fields: UpdateDriver }[],
  problems: Problems,
  now: Date,
): void {
  for (const [index, { fields }] of items.entries()) {
    checkCodes(fields, ['username', 'licenseNumber', 'licenseState'], index, problems);
    if (fields.username !== undefined && /[\s@]/.test(fields.username))
      problems.add(index, invalid('username', 'it may not contain spaces or @.'));
    if (fields.timezone && !isZone(fields.timezone))
      problems.add(index, invalid('timezone', `"${fields.timezone.slice(0, 60)}" is not an IANA time zone.`));
    noteThrown(problems, index, () => checkDeactivation(fields, now));
  }
  checkExternalIds(
    items.map(({ fields }, index) => ({ index, ids: fields.externalIds ?? {} })),
    problems,
  );
}

function checkDeactivation(fields: UpdateDriver, now: Date): void {
  if (fields.deactivatedAtTime === undefined) return;
  const since = Date.parse(parseTime('deactivatedAtTime', fields.deactivatedAtTime));
  if (fields.driverActivationStatus !== 'deactivated')
    throw invalid('deactivatedAtTime', 'send it only with driverActivationStatus deactivated.');
  if (since < now.getTime() - SIX_MONTHS_MS)
    throw invalid('deactivatedAtTime', 'it is more than six months ago.');
}
