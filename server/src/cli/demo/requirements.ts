import type { Person } from '../../features/directory/index.ts';
import type { FormTemplate } from '../../features/forms/index.ts';
import { importRecords, type QualificationType } from '../../features/qualifications/index.ts';
import {
  addRequirement,
  createOccurrence,
  createWaiver,
  publishRequirement,
} from '../../features/requirements/index.ts';
import {
  createCourse,
  importAssignments,
  importCourses,
  type PastAssignment,
} from '../../features/training/index.ts';
import type { Writer } from '../../kernel/auth.ts';
import type { Database } from '../../kernel/database/database.ts';
import type { Services } from '../../kernel/feature.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/ledger/write.ts';
import { DAY_MS } from '../../kernel/time.ts';
import type { Progress } from '../output.ts';
import { valuesOf } from './qualifications.ts';
import { randomFrom } from './random.ts';
import { REQUIREMENTS, requirements } from './requirement-list.ts';
import type { Job } from './work.ts';

/** Seconds after the requirements are published at which medical cards run out: the first of them at once. */
const LAPSES = [1, 1, 1, 120, 300, 600, 900, 1800];

/** How many drivers get their medical card from `seedRequirements`. */
export const CARDLESS = LAPSES.length;

/** Waivers and occurrences. */
const HAPPENINGS = 6;

/** How many things `seedRequirements` makes. */
export const REQUIREMENTS_SIZE = REQUIREMENTS + HAPPENINGS + CARDLESS;

/** The fleet that requirements are for. */
export interface Fleet {
  drivers: readonly (Person & Job)[];
  cardless: ReadonlySet<string>;
  /** Ids by name. */
  tags: ReadonlyMap<string, string>;
  courses: ReadonlyMap<string, string>;
  types: readonly QualificationType[];
  templates: readonly FormTemplate[];
}

/** Twelve requirements, published, with what makes every status occur as soon as they are followed. */
export async function seedRequirements(
  services: Pick<Services, 'database' | 'blobs'>,
  writer: Writer,
  now: Date,
  { drivers, cardless, tags, courses, types, templates }: Fleet,
  progress: Progress,
): Promise<void> {
  const { database } = services;
  const crossing = drivers.filter(({ work }) => work.includes('Cross-border'));
  const periodic = await trainingDays(database, writer, now, crossing);
  const all = new Map([...courses, ['Periodic Training Day', periodic]]);
  const named = {
    tag: (name: string) => known(tags.get(name), name),
    type: (name: string) => known(types.find((type) => type.name === name)?.id, name),
    course: (title: string) => known(all.get(title), title),
    template: (title: string) => known(templates.find((template) => template.title === title)?.id, title),
  };
  const published = await write(database, writer, async (tx) => {
    const ids = new Map<string, string>();
    for (const each of requirements(named)) {
      const { id } = await addRequirement(tx, each);
      ids.set((await publishRequirement(tx, id)).name, id);
    }
    return ids;
  });
  progress.advance(REQUIREMENTS);
  progress.advance(await whatHappens(database, writer, now, drivers, published));
  // Whoever has done the course has a month for what is new in it.
  const description = 'Duty limits, breaks, honest logs, and what has changed about personal conveyance.';
  await importCourses(database, writer, [{ id: named.course('Hours of Service'), description }]);
  const card = types.find(({ name }) => name === 'Medical Card') as QualificationType;
  progress.advance(await cardsThatLapse(services, writer, card, [...cardless]));
}

/** Drivers who are let off a requirement for a while, and others who have had violations or a collision. */
async function whatHappens(
  database: Database,
  writer: Writer,
  now: Date,
  drivers: Fleet['drivers'],
  requirementIds: ReadonlyMap<string, string>,
): Promise<number> {
  const [first, second, third, fourth] = drivers.slice(20).map(({ id }) => id) as [
    string,
    string,
    string,
    string,
  ];
  const lifter = drivers.find(({ work }) => work.includes('Forklift'))?.id ?? first;
  const refresher = known(requirementIds.get('January winter refresher'), 'January winter refresher');
  const until = new Date(now.getTime() + 60 * DAY_MS).toISOString();
  for (const [subjectId, reason] of [
    [first, 'On parental leave.'],
    [second, 'In the office until the broken arm has healed.'],
  ] as const)
    await createWaiver(database, writer, { subjectId, requirementId: refresher, until, reason });
  const happened = [
    ['violation', third],
    ['violation', third],
    ['violation', fourth],
    ['collision', lifter],
  ] as const;
  for (const [n, [type, subjectId]] of happened.entries())
    await createOccurrence(
      database,
      writer,
      { subjectId, type, at: new Date().toISOString(), externalId: `demo-${n + 1}` },
      () => {},
    );
  return HAPPENINGS;
}

function known(id: string | undefined, name: string): string {
  if (id === undefined) throw new Error(`The demo fleet has no "${name}".`);
  return id;
}

/** Days of seven hours: five within five years for most, the oldest of them about to fall out for some. */
async function trainingDays(
  database: Database,
  writer: Writer,
  now: Date,
  learners: readonly Person[],
): Promise<string> {
  const at = (daysAgo: number): string => new Date(now.getTime() - daysAgo * DAY_MS).toISOString();
  return write(database, writer, async (tx) => {
    const course = await createCourse(tx, {
      title: 'Periodic Training Day',
      description: 'Seven hours in a classroom and a yard, five times in five years.',
      category: { name: 'Compliance' },
      estimatedTimeToCompleteMinutes: 420,
      status: 'published',
    });
    const days = learners.flatMap(({ id, type }, n): PastAssignment[] =>
      [60, 420, 780, 1140, ...(n % 4 === 0 ? [] : [n % 4 === 1 ? 1780 : 1500])].map((age) => ({
        course: { id: course.id, revisionId: course.revisionId },
        learner: { id, type },
        status: 'completed',
        createdAt: at(age + 30),
        dueAt: at(age - 30),
        startedAt: at(age + 0.3),
        completedAt: at(age),
        durationMinutes: 420,
      })),
    );
    await importAssignments(tx, days);
    return course.id;
  });
}

/** Expired is only what runs out once it is needed: these do, one after the other, from now on. */
function cardsThatLapse(
  services: Pick<Services, 'database' | 'blobs'>,
  writer: Writer,
  type: QualificationType,
  driverIds: readonly string[],
): Promise<number> {
  const random = randomFrom(20_261_128);
  const published = Date.now();
  const issued = new Date(published - 700 * DAY_MS);
  return importRecords(
    services,
    writer,
    driverIds.map((id, n) => ({
      id: newId(),
      owner: { entityType: 'worker', id },
      ownerType: 'driver',
      type,
      issueDate: issued.toISOString(),
      expirationDate: new Date(published + (LAPSES[n] ?? 0) * 1000).toISOString(),
      fields: valuesOf(random, type, issued, []),
      recordStatus: 'active',
    })),
  );
}
