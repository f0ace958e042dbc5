import type { Severity } from '../authoring/content.ts';
import type { Outlook, Status } from '../rules/status.ts';
import type { Verdict } from './schema.ts';

/** The time that is asked about. */
export interface Window {
  from: string;
  until: string;
}

/** A requirement that somebody does not meet in all of that time. */
export interface Finding {
  requirementId: string;
  status: Pick<Status, 'status' | 'isOverdue' | 'dueAt'>;
  verdict: Verdict;
  /** From when on, within that time. */
  from: string;
}

/** What there is to say of one subject, whatever overrides there are. */
export interface Found extends Outlook {
  findings: Finding[];
}

/** Adds what time will make of one status: the first lapse, and the first time that something blocks. */
export function addOutlook(found: Found, { lapsesAt, overdueAt }: Outlook, severity: Severity): void {
  found.lapsesAt = first(found.lapsesAt, lapsesAt);
  if (severity === 'block') found.overdueAt = first(found.overdueAt, overdueAt);
}

export const first = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;
