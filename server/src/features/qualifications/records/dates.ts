import { addMonths, offsetOf } from '../../../kernel/calendar.ts';
import { ApiError, invalid } from '../../../kernel/errors.ts';
import { parseTime, shortTime } from '../../../kernel/time.ts';
import type { QualificationType } from '../types/schema.ts';

/** An expiration date that means none. Source: the public spec. */
const CLEARED = '1970-01-01T00:00:00.000Z';

/** When a qualification begins and ends, in wire form. */
export interface Validity {
  issueDate: string;
  expirationDate?: string;
}

/** What a request says about it. */
export interface ValidityInput {
  issueDate?: string;
  expirationDate?: string;
}

type Expiration = QualificationType['expiration'];

/**
 * The dates of a new record: an expiration date that is not given follows from the type's term.
 *
 * @throws 400 for a date that is none, for an expiration before the issue, and for a missing one that is required.
 */
export function datesOfNew(input: ValidityInput & { issueDate: string }, expiration: Expiration): Validity {
  const issueDate = parseTime('issueDate', input.issueDate);
  const given = timeOf(input.expirationDate);
  const { monthsAfterIssue: months } = expiration;
  const expires = given && given !== CLEARED ? given : months && monthsLater(input.issueDate, months);
  return checked({ issueDate, expirationDate: expires || undefined }, expiration.required);
}

/** The dates of a record after a change: what is not given stays, the epoch as expiration date clears it. */
export function datesAfter(before: Validity, input: ValidityInput, required: boolean): Validity {
  const issueDate = parseTime('issueDate', input.issueDate ?? before.issueDate);
  const given = timeOf(input.expirationDate ?? before.expirationDate);
  return checked({ issueDate, expirationDate: given === CLEARED ? undefined : given }, required);
}

function checked({ issueDate, expirationDate }: Validity, required: boolean): Validity {
  if (!expirationDate && required)
    throw new ApiError(400, 'expirationDate is missing; this qualification type requires one.');
  if (expirationDate && expirationDate < issueDate)
    throw invalid('expirationDate', 'it is before issueDate.');
  return {
    issueDate: shortTime(issueDate),
    ...(expirationDate ? { expirationDate: shortTime(expirationDate) } : {}),
  };
}

/** The end of a term that begins with `issueDate`, counted in the days of the offset at which it was sent. */
function monthsLater(issueDate: string, months: number): string {
  const expires = addMonths(offsetOf(issueDate), parseTime('issueDate', issueDate), months);
  if (!/^\d{4}-/.test(expires)) throw invalid('issueDate', 'the record would expire after the year 9999.');
  return expires;
}

const timeOf = (expirationDate: string | undefined): string | undefined =>
  expirationDate === undefined ? undefined : parseTime('expirationDate', expirationDate);
