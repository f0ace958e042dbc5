import { invalid } from '../../../kernel/errors.ts';
import type { Assign, Content } from './content.ts';
import { SEVERITIES } from './content.ts';
import { booleanAt, type Given, listAt, objectAt, textAt, uuidAt, wholeAt, wordAt } from './given.ts';
import { readFirstDue, readRefresh, readRenewal, readSatisfier, readValidity } from './read-rule.ts';
import { readSelector, Tree } from './read-selector.ts';
import type { Reference } from './references.ts';

const MOST_DAYS = 36_500;

/** A requirement as written, complete, and what it names. */
export interface Written {
  content: Content;
  references: readonly Reference[];
}

/**
 * Reads a requirement as it is to be, and completes what may be left out.
 *
 * @throws 400 naming the place of what is wrong.
 */
export function readContent(given: Given): Written {
  const who = new Tree('appliesTo');
  const what = new Tree('satisfiedBy');
  const days = (path: string, value: unknown): number => wholeAt(path, value, 0, MOST_DAYS);
  const content: Content = {
    name: textAt('name', given.name),
    ...(given.citation == null ? {} : { citation: textAt('citation', given.citation) }),
    severity: wordAt('severity', given.severity ?? 'block', SEVERITIES),
    appliesTo: readSelector('appliesTo', given.appliesTo, who),
    satisfiedBy: readSatisfier('satisfiedBy', given.satisfiedBy, what),
    validity: readValidity('validity', given.validity ?? 'forever'),
    onlyOnOccurrence: booleanAt('onlyOnOccurrence', given.onlyOnOccurrence ?? false),
    ...(given.firstDue == null ? {} : { firstDue: readFirstDue('firstDue', given.firstDue) }),
    ...(given.renewal == null ? {} : { renewal: readRenewal('renewal', given.renewal) }),
    graceDays: days('graceDays', given.graceDays ?? 0),
    warnDays: list('warnDays', given.warnDays, 10, days),
    refresh: list('refresh', given.refresh, 10, readRefresh),
    ...(given.assign == null ? {} : { assign: readAssign('assign', given.assign) }),
  };
  if (content.onlyOnOccurrence && !content.refresh.some((each) => 'onOccurrence' in each))
    throw invalid('onlyOnOccurrence', 'it needs an onOccurrence in refresh.');
  const { assign } = content;
  return {
    content,
    references: [
      ...who.references,
      ...what.references,
      ...(assign
        ? [{ path: 'assign.courseId', kind: 'course', id: assign.courseId, isEvidence: true } as const]
        : []),
    ],
  };
}

const list = <T>(
  path: string,
  given: unknown,
  most: number,
  read: (path: string, value: unknown) => T,
): T[] =>
  given == null || (Array.isArray(given) && given.length === 0)
    ? []
    : listAt(path, given, most).map((each, n) => read(`${path}[${n}]`, each));

function readAssign(path: string, given: unknown): Assign {
  const { courseId, daysBefore } = objectAt(path, given, ['courseId', 'daysBefore']);
  return {
    courseId: uuidAt(`${path}.courseId`, courseId),
    daysBefore: wholeAt(`${path}.daysBefore`, daysBefore ?? 0, 0, MOST_DAYS),
  };
}
