import { isMonthDay } from '../../../kernel/calendar.ts';
import { invalid } from '../../../kernel/errors.ts';
import type {
  FieldCondition,
  FirstDue,
  QualificationCondition,
  Refresh,
  Renewal,
  Satisfier,
  Validity,
} from '../rules/rule.ts';
import { booleanAt, choiceAt, listAt, numberAt, objectAt, textAt, uuidAt, wholeAt, wordAt } from './given.ts';
import type { Tree } from './read-selector.ts';
import type { Reference } from './references.ts';

const MOST_DAYS = 36_500;
const MOST_MONTHS = 1200;
const NODES = ['anyOf', 'allOf', 'course', 'qualification', 'form', 'hours'] as const;

/** What satisfies a requirement. @throws 400 naming the leaf that is wrong */
export function readSatisfier(path: string, given: unknown, tree: Tree, depth = 0): Satisfier {
  const [key, value] = choiceAt(path, given, NODES);
  const at = `${path}.${key}`;
  if (key === 'anyOf' || key === 'allOf') {
    const below = tree.deeper(at, depth);
    const nodes = listAt(at, value, 200).map((each, n) => readSatisfier(`${at}[${n}]`, each, tree, below));
    return key === 'anyOf' ? { anyOf: nodes } : { allOf: nodes };
  }
  tree.leaf();
  if (key === 'course') {
    const { id, minScorePercent, revision } = objectAt(at, value, ['id', 'minScorePercent', 'revision']);
    return {
      course: {
        id: evidence(tree, `${at}.id`, 'course', id),
        ...percent(at, minScorePercent),
        ...(revision === undefined
          ? {}
          : { revision: wordAt(`${at}.revision`, revision, ['any', 'current']) }),
      },
    };
  }
  if (key === 'qualification') return { qualification: readQualification(at, value, tree) };
  if (key === 'form') {
    const { templateId, approved, minScorePercent } = objectAt(at, value, [
      'templateId',
      'approved',
      'minScorePercent',
    ]);
    return {
      form: {
        templateId: evidence(tree, `${at}.templateId`, 'template', templateId),
        ...(approved === undefined ? {} : { approved: booleanAt(`${at}.approved`, approved) }),
        ...percent(at, minScorePercent),
      },
    };
  }
  const { hours, withinMonths, courseIds, categoryIds } = objectAt(at, value, [
    'hours',
    'withinMonths',
    'courseIds',
    'categoryIds',
  ]);
  const list = (name: string, kind: 'course' | 'category', ids: unknown) =>
    ids === undefined
      ? {}
      : {
          [name]: listAt(`${at}.${name}`, ids, 200).map((id, n) =>
            evidence(tree, `${at}.${name}[${n}]`, kind, id),
          ),
        };
  return {
    hours: {
      hours: numberAt(`${at}.hours`, hours, 1 / 60, 10_000),
      withinMonths: wholeAt(`${at}.withinMonths`, withinMonths, 1, MOST_MONTHS),
      ...list('courseIds', 'course', courseIds),
      ...list('categoryIds', 'category', categoryIds),
    },
  };
}

function evidence(tree: Tree, path: string, kind: Reference['kind'], given: unknown): string {
  const id = uuidAt(path, given);
  tree.references.push({ path, kind, id, isEvidence: true });
  return id;
}

const percent = (path: string, given: unknown) =>
  given === undefined ? {} : { minScorePercent: numberAt(`${path}.minScorePercent`, given, 0, 100) };

function readQualification(path: string, given: unknown, tree: Tree): QualificationCondition {
  const { typeId, fields } = objectAt(path, given, ['typeId', 'fields']);
  const id = uuidAt(`${path}.typeId`, typeId);
  const conditions =
    fields === undefined
      ? []
      : listAt(`${path}.fields`, fields, 20).map((each, n) => readField(`${path}.fields[${n}]`, each));
  tree.references.push({
    path: `${path}.typeId`,
    kind: 'type',
    id,
    isEvidence: true,
    fields: conditions.map(({ field }, n) => ({ path: `${path}.fields[${n}].field`, field })),
  });
  return { typeId: id, ...(conditions.length > 0 ? { fields: conditions } : {}) };
}

function readField(path: string, given: unknown): FieldCondition {
  const value = objectAt(path, given, ['field', 'is', 'contains', 'atLeast', 'atMost']);
  const condition: FieldCondition = { field: textAt(`${path}.field`, value.field) };
  for (const text of ['is', 'contains'] as const)
    if (value[text] !== undefined) condition[text] = textAt(`${path}.${text}`, value[text]);
  for (const bound of ['atLeast', 'atMost'] as const)
    if (value[bound] !== undefined)
      condition[bound] = numberAt(`${path}.${bound}`, value[bound], -1e15, 1e15);
  if (Object.keys(condition).length === 1)
    throw invalid(path, 'say what it has to be: is, contains, atLeast or atMost.');
  return condition;
}

/** How long evidence is good. */
export function readValidity(path: string, given: unknown): Validity {
  if (typeof given === 'string') return wordAt(path, given, ['forever', 'untilRecordExpires']);
  const [key, value] = choiceAt(path, given, ['days', 'months', 'calendar']);
  const at = `${path}.${key}`;
  if (key === 'days') return { days: wholeAt(at, value, 1, MOST_DAYS) };
  if (key === 'months') return { months: wholeAt(at, value, 1, MOST_MONTHS) };
  const calendar = objectAt(at, value, ['everyYears', 'firstYear', 'month', 'day', 'earlyDays']);
  const month = wholeAt(`${at}.month`, calendar.month, 1, 12);
  const day = wholeAt(`${at}.day`, calendar.day, 1, 31);
  if (!isMonthDay({ month, day })) throw invalid(`${at}.day`, `month ${month} has no day ${day}.`);
  return {
    calendar: {
      month,
      day,
      everyYears: wholeAt(`${at}.everyYears`, calendar.everyYears ?? 1, 1, 100),
      ...(calendar.firstYear === undefined
        ? {}
        : { firstYear: wholeAt(`${at}.firstYear`, calendar.firstYear, 1900, 9999) }),
      earlyDays: wholeAt(`${at}.earlyDays`, calendar.earlyDays ?? 0, 0, 366),
    },
  };
}

export function readFirstDue(path: string, given: unknown): FirstDue {
  const { days, from } = objectAt(path, given, ['days', 'from']);
  return {
    days: wholeAt(`${path}.days`, days, 0, MOST_DAYS),
    from: wordAt(`${path}.from`, from ?? 'applicable', ['applicable', 'start']),
  };
}

export function readRenewal(path: string, given: unknown): Renewal {
  const { earlyDays, keepAnniversary } = objectAt(path, given, ['earlyDays', 'keepAnniversary']);
  return {
    earlyDays: wholeAt(`${path}.earlyDays`, earlyDays, 0, MOST_DAYS),
    keepAnniversary: booleanAt(`${path}.keepAnniversary`, keepAnniversary ?? false),
  };
}

export function readRefresh(path: string, given: unknown): Refresh {
  const [key, value] = choiceAt(path, given, ['onCourseRevision', 'onOccurrence']);
  const at = `${path}.${key}`;
  if (key === 'onCourseRevision') {
    const { dueDays } = objectAt(at, value, ['dueDays']);
    return { onCourseRevision: { dueDays: wholeAt(`${at}.dueDays`, dueDays, 0, MOST_DAYS) } };
  }
  const { type, count, withinDays, dueDays } = objectAt(at, value, [
    'type',
    'count',
    'withinDays',
    'dueDays',
  ]);
  return {
    onOccurrence: {
      type: textAt(`${at}.type`, type, 60).trim(),
      count: wholeAt(`${at}.count`, count ?? 1, 1, 1000),
      withinDays: wholeAt(`${at}.withinDays`, withinDays ?? 0, 0, MOST_DAYS),
      dueDays: wholeAt(`${at}.dueDays`, dueDays, 0, MOST_DAYS),
    },
  };
}
