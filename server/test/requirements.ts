import type {
  Evidence,
  Facts,
  OrganizationFacts,
  Subject,
  SubjectFacts,
} from '../src/features/requirements/rules/facts.ts';
import type { Requirement, Rule } from '../src/features/requirements/rules/rule.ts';

// Subjects and requirements for the tests of rules, told by what matters to each.

export const PUBLISHED = '2020-01-01T00:00:00.000Z';

/** A requirement published in 2020 that everybody who drives has to meet. */
export const requirement = (rule: Partial<Rule>, more: Partial<Requirement> = {}): Requirement => ({
  id: 'requirement',
  name: 'Requirement',
  revisions: [
    {
      revisionId: 'revision',
      at: PUBLISHED,
      rule: {
        appliesTo: { type: 'driver' },
        satisfiedBy: { course: { id: 'course' } },
        validity: 'forever',
        onlyOnOccurrence: false,
        graceDays: 0,
        warnDays: [],
        refresh: [],
        ...rule,
      },
    },
  ],
  ...more,
});

export const aDriver: Subject = { type: 'driver', isActive: true, tagIds: [], attributes: [], roleIds: [] };

const anOrganization: OrganizationFacts = {
  timeZone: 'UTC',
  tags: new Map(),
  courses: new Map([
    ['course', { title: 'Course', categoryId: 'category', revisions: [{ id: 'one', at: PUBLISHED }] }],
  ]),
  names: new Map(),
};

/** What is known of a driver who came in 2020. */
export const facts = (
  subject: Partial<SubjectFacts> = {},
  organization: Partial<OrganizationFacts> = {},
): Facts => ({
  organization: { ...anOrganization, ...organization },
  subject: {
    id: '281474976710657',
    versions: [{ at: PUBLISHED, subject: aDriver }],
    evidence: [],
    waivers: [],
    occurrences: [],
    pending: [],
    ...subject,
  },
});

let made = 0;
/** A moment of a day in UTC: nine in the morning unless the time is told. */
export const on = (text: string): string => (text.length === 10 ? `${text}T09:00:00.000Z` : text);

export const completed = (
  at: string,
  more: Partial<Extract<Evidence, { kind: 'course' }>> = {},
): Evidence => ({
  kind: 'course',
  resource: 'trainingAssignment',
  id: `completion-${++made}`,
  courseId: 'course',
  revisionId: 'one',
  at: on(at),
  minutes: 60,
  ...more,
});

export const holds = (
  at: string,
  more: Partial<Extract<Evidence, { kind: 'qualification' }>> = {},
): Evidence => ({
  kind: 'qualification',
  resource: 'qualificationRecord',
  id: `record-${++made}`,
  typeId: 'type',
  at: on(at),
  fields: [],
  ...more,
});

export const happened = (type: string, at: string) => ({ id: `${type}-${++made}`, type, at: on(at) });
