import {
  importDrivers,
  importUsers,
  importVehicles,
  type Person,
  tagsAtPaths,
} from '../../features/directory/index.ts';
import { createCourse, importAssignments, moveCourse } from '../../features/training/index.ts';
import type { Writer } from '../../kernel/auth.ts';
import type { Database } from '../../kernel/database/database.ts';
import type { Services } from '../../kernel/feature.ts';
import { write } from '../../kernel/ledger/write.ts';
import type { Progress } from '../output.ts';
import { COURSES, type DemoCourse } from './courses.ts';
import { EFFICIENCY_SIZE, seedEfficiency } from './efficiency.ts';
import { FORMS_SIZE, seedForms } from './forms.ts';
import { history } from './history.ts';
import { MEDIA_SIZE, seedMedia } from './media.ts';
import { driverFields, names, vehicleFields } from './people.ts';
import { QUALIFICATIONS_SIZE, seedQualifications } from './qualifications.ts';
import { randomFrom } from './random.ts';
import { REPORTS_SIZE, seedReports } from './reports.ts';
import { CARDLESS, REQUIREMENTS_SIZE, seedRequirements } from './requirements.ts';
import { jobs, startDates, WORK } from './work.ts';

const DEPOTS = ['Oakland Depot', 'Reno Depot', 'Portland Depot'];
const DRIVERS = 360;
const USERS = 40;
const VEHICLES = 120;
const ASSIGNMENTS = 5000;
const BATCH = 500;

/** How many things `seedFleet` makes, for a progress bar. */
export const DEMO_SIZE =
  DEPOTS.length +
  WORK.length +
  1 +
  DRIVERS +
  USERS +
  VEHICLES +
  COURSES.length +
  ASSIGNMENTS +
  QUALIFICATIONS_SIZE +
  MEDIA_SIZE +
  FORMS_SIZE +
  REQUIREMENTS_SIZE +
  EFFICIENCY_SIZE +
  REPORTS_SIZE;

/** Fills an organization with the demo fleet: the same people and courses every time, their past ending now. */
export async function seedFleet(
  services: Pick<Services, 'database' | 'blobs' | 'datasets' | 'clock'>,
  writer: Writer,
  now: Date,
  progress: Progress,
): Promise<void> {
  const { database } = services;
  const random = randomFrom(20_261_121);
  const nextName = names(random);
  const tagNames = [...DEPOTS, ...WORK];
  const tagIds = await tagsAtPaths(
    database,
    writer,
    tagNames.map((name) => ['Harborline Freight', name]),
  );
  const tags = new Map(tagNames.map((name, n) => [name, tagIds[n] as string]));
  const depots = tagIds.slice(0, DEPOTS.length);
  progress.advance(tagIds.length + 1);

  const started = await startDates(database, writer, now);
  const made = Array.from({ length: DRIVERS }, jobs());
  const imported = await importDrivers(
    database,
    writer,
    made.map((job, number) => {
      const { name, username } = nextName();
      const ownTags = [random.pick(depots), ...job.work.map((each) => tags.get(each) as string)];
      return { name, username, tagIds: ownTags, attributes: [started(job)], ...driverFields(random, number) };
    }),
  );
  const drivers = made.map((job, n) => ({ ...job, id: imported[n]?.id as string, type: 'driver' as const }));
  progress.advance(DRIVERS);
  const users = await importUsers(
    database,
    writer,
    Array.from({ length: USERS }, () => {
      const { name, email } = nextName();
      return { name, email, authType: 'default' as const };
    }),
  );
  progress.advance(USERS);
  const machines = Array.from({ length: VEHICLES }, (_, number) => ({
    ...vehicleFields(random, number + 1),
    tagIds: [random.pick(depots)],
  }));
  const vehicles = await importVehicles(database, writer, machines);
  progress.advance(VEHICLES);

  const courses = await makeCourses(database, writer);
  progress.advance(COURSES.length);
  const learners: Person[] = [
    ...drivers.map(({ id, type }) => ({ id, type })),
    ...users.slice(0, 10).map(({ id }) => ({ id, type: 'user' as const })),
  ];
  const assignable = courses.filter(({ plan }) => plan.status !== 'draft');
  const past = history(random, now, assignable, learners, ASSIGNMENTS);
  for (let start = 0; start < past.length; start += BATCH) {
    const batch = past.slice(start, start + BATCH);
    await write(database, writer, (tx) => importAssignments(tx, batch));
    progress.advance(batch.length);
  }
  // Their assignments go with them, as they would in life.
  for (const { id, plan } of courses) {
    if (plan.status === 'archived' || plan.status === 'deleted') {
      const verb = plan.status === 'archived' ? 'archive' : 'delete';
      await write(database, writer, (tx) => moveCourse(tx, id, verb));
    }
  }
  const cardless = new Set(drivers.slice(0, CARDLESS).map(({ id }) => id));
  const owners = { drivers, vehicleIds: vehicles.map(({ id }) => id), cardless };
  const types = await seedQualifications(services, writer, now, owners, progress);
  const driven = machines.map(({ name }, n) => ({ id: vehicles[n]?.id as string, name }));
  const driverIds = drivers.map(({ id }) => id);
  await seedEfficiency(database, writer.orgId, now, { driverIds, vehicles: driven }, progress);
  await seedMedia(services, writer, now, owners.vehicleIds, progress);
  const templates = await seedForms(services, writer, now, owners, progress);
  const titled = new Map(courses.map(({ id, plan }) => [plan.title, id]));
  const fleet = { drivers, cardless, tags, courses: titled, types, templates };
  await seedRequirements(services, writer, now, fleet, progress);
  await seedReports(services, writer, progress);
}

interface MadeCourse {
  id: string;
  revisionId: string;
  minutes: number;
  plan: DemoCourse;
}

const makeCourses = (database: Database, writer: Writer): Promise<MadeCourse[]> =>
  write(database, writer, async (tx) => {
    const made: MadeCourse[] = [];
    for (const plan of COURSES) {
      const { id, revisionId } = await createCourse(tx, {
        title: plan.title,
        description: plan.description,
        category: { name: plan.category },
        estimatedTimeToCompleteMinutes: plan.minutes,
        status: plan.status === 'draft' ? 'draft' : 'published',
        labels: plan.label ? [{ name: 'safety', type: plan.label as never }] : [],
      });
      made.push({ id, revisionId, minutes: plan.minutes, plan });
    }
    return made;
  });
