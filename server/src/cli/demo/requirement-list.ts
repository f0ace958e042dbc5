import type { CreateRequirement } from '../../features/requirements/index.ts';
import { TANK_VEHICLE } from './qualification-types.ts';

/** Ids of what the rules name. */
export interface Named {
  tag(name: string): string;
  type(name: string): string;
  course(title: string): string;
  template(title: string): string;
}

const DRIVERS = { type: 'driver' } as const;

/** What a freight carrier asks of its people and vehicles. */
export const requirements = ({ tag, type, course, template }: Named): CreateRequirement[] => [
  {
    name: 'Medical card',
    citation: '49 CFR 391.45',
    appliesTo: DRIVERS,
    satisfiedBy: { qualification: { typeId: type('Medical Card') } },
    validity: 'untilRecordExpires',
    renewal: { earlyDays: 60, keepAnniversary: false },
    warnDays: [60, 30, 7],
  },
  {
    name: 'Tanker license',
    citation: '49 CFR 383.93(b)(3)',
    appliesTo: { tag: tag('Tankers') },
    satisfiedBy: {
      qualification: {
        typeId: type('Driver License'),
        fields: [
          { field: 'Class', is: 'A' },
          { field: 'Endorsements', contains: TANK_VEHICLE },
        ],
      },
    },
    validity: 'untilRecordExpires',
    firstDue: { days: 30, from: 'applicable' },
    warnDays: [90, 30],
  },
  {
    name: 'Forklift evaluation',
    citation: '29 CFR 1910.178(l)(4)(iii)',
    appliesTo: { tag: tag('Forklift') },
    satisfiedBy: { qualification: { typeId: type('Forklift Operator') } },
    validity: { months: 36 },
    firstDue: { days: 30, from: 'applicable' },
    renewal: { earlyDays: 60, keepAnniversary: true },
    warnDays: [60, 30, 7],
    refresh: [{ onOccurrence: { type: 'collision', count: 1, withinDays: 30, dueDays: 14 } }],
  },
  {
    name: 'Hazmat training',
    citation: '49 CFR 172.704(c)',
    appliesTo: { tag: tag('Hazmat') },
    satisfiedBy: {
      anyOf: [
        { qualification: { typeId: type('Hazmat Training') } },
        { course: { id: course('Hazardous Materials Awareness'), minScorePercent: 80 } },
      ],
    },
    validity: { months: 36 },
    firstDue: { days: 90, from: 'start' },
    warnDays: [60, 30],
  },
  {
    name: 'Periodic training of drivers',
    citation: 'Directive (EU) 2022/2561, Annex I, section 4',
    appliesTo: { tag: tag('Cross-border') },
    satisfiedBy: { hours: { hours: 35, withinMonths: 60, courseIds: [course('Periodic Training Day')] } },
    firstDue: { days: 180, from: 'applicable' },
    warnDays: [90, 30],
  },
  {
    name: 'January winter refresher',
    severity: 'warn',
    appliesTo: { all: [{ tag: tag('Reno Depot') }, DRIVERS, { startedAtLeastDaysAgo: 30 }] },
    satisfiedBy: { course: { id: course('Winter and Mountain Driving') } },
    validity: { calendar: { everyYears: 1, month: 1, day: 31, earlyDays: 60 } },
    warnDays: [30],
  },
  {
    name: 'Hours of service',
    citation: '49 CFR 395',
    severity: 'warn',
    appliesTo: DRIVERS,
    satisfiedBy: { course: { id: course('Hours of Service') } },
    validity: { months: 24 },
    firstDue: { days: 45, from: 'applicable' },
    warnDays: [7],
    refresh: [{ onCourseRevision: { dueDays: 30 } }],
  },
  {
    name: 'Coaching after two violations',
    appliesTo: DRIVERS,
    satisfiedBy: { course: { id: course('Electronic Logging Device Basics') } },
    onlyOnOccurrence: true,
    refresh: [{ onOccurrence: { type: 'violation', count: 2, withinDays: 30, dueDays: 14 } }],
    assign: { courseId: course('Electronic Logging Device Basics'), daysBefore: 14 },
  },
  {
    name: 'Drug and alcohol policy',
    citation: '49 CFR 382.601',
    appliesTo: DRIVERS,
    satisfiedBy: { course: { id: course('Drug and Alcohol Policy') } },
    firstDue: { days: 21, from: 'applicable' },
    assign: { courseId: course('Drug and Alcohol Policy'), daysBefore: 30 },
  },
  {
    name: 'First aid at the port',
    citation: '29 CFR 1917.26',
    severity: 'warn',
    appliesTo: { all: [DRIVERS, { holds: { typeId: type('Port Access Card') } }] },
    satisfiedBy: {
      anyOf: [
        { qualification: { typeId: type('First Aid and CPR') } },
        { course: { id: course('First Aid at the Roadside'), minScorePercent: 80 } },
      ],
    },
    validity: { months: 24 },
    firstDue: { days: 60, from: 'applicable' },
    graceDays: 14,
    warnDays: [30],
  },
  {
    name: 'Quarterly toolbox talk',
    severity: 'warn',
    appliesTo: { all: [{ tag: tag('Portland Depot') }, DRIVERS] },
    satisfiedBy: { form: { templateId: template('Toolbox talk') } },
    validity: { months: 3 },
    firstDue: { days: 30, from: 'applicable' },
    warnDays: [14],
  },
  {
    name: 'Annual inspection',
    citation: '49 CFR 396.17',
    appliesTo: { type: 'vehicle' },
    satisfiedBy: { qualification: { typeId: type('Annual Vehicle Inspection') } },
    validity: 'untilRecordExpires',
    warnDays: [30, 7],
  },
];

/** How many `requirements` there are. */
export const REQUIREMENTS = 12;
