import { built, type Fixture, type Post } from './fixture.ts';

export const COURSES = 14;
const TYPES = 4;

export interface Filled {
  drivers: string[];
  courses: string[];
  types: string[];
  /** A tag that 5,000 of them are in. */
  tagId: string;
}

/** Drivers with completions of fourteen courses and records of four types over the last three years. */
export async function fill(
  { orgId, query, connection }: Fixture,
  post: Post,
  people: number,
): Promise<Filled> {
  const { openDatabase } = await built('kernel/database/database');
  const { importDrivers } = await built('features/directory/index');
  const database = openDatabase(connection, 4);
  const writer = { orgId, tagIds: null, actor: 'system', requestId: 'bench' };
  const drivers: string[] = [];
  for (let from = 0; from < people; from += 1000) {
    const names = Array.from({ length: Math.min(1000, people - from) }, (_, n) => ({
      name: `Driver ${from + n}`,
    }));
    for (const { id } of await importDrivers(database, writer, names)) drivers.push(id);
  }
  const courses: string[] = [];
  for (let n = 0; n < COURSES; n += 1)
    courses.push(
      (
        await post('/training-courses', {
          title: `Course ${n}`,
          category: { name: 'Safety' },
          estimatedTimeToCompleteMinutes: 90,
          status: 'published',
        })
      ).id,
    );
  const types: string[] = [];
  for (let n = 0; n < TYPES; n += 1)
    types.push(
      (
        await post('/qualification-types', {
          name: `Card ${n}`,
          entityType: 'worker',
          fields: [{ label: 'Number', type: 'text' }],
        })
      ).id,
    );
  await query(
    `insert into assignment (org_id, id, course_id, revision_id, learner_type, learner_id, status, duration_minutes,
       started_at, completed_at, completed_late, created_at, created_by, updated_at, updated_by)
     select $1, gen_random_uuid(), course.id, course.revision_id, 'driver', person.id, 'completed', 60, t, t, false, t, 'user-1', t, 'user-1'
     from person, course, lateral (select now() - ((person.id * 7 + length(course.title) * 31
       + ascii(right(course.title, 1)) * 13) % 1100) * interval '1 day' - (person.id % 86400) * interval '1 second' as t) at
     where person.org_id = $1 and course.org_id = $1 and person.type = 'driver'
       and (person.id + ascii(right(course.title, 1))) % 5 > 0`,
    [orgId],
  );
  await query(
    `insert into qualification_record (org_id, id, type_id, revision_id, entity_type, owner_type, owner_id, issued_at,
       expires_at, status, created_at, created_by, updated_at, updated_by, document)
     select $1, gen_random_uuid(), type.id, type.revision_id, 'worker', 'driver', person.id, t, t + interval '2 years',
       'active', t, 'user-1', t, 'user-1', '{"fields":[{"id":"0191d1b8-0000-7000-8000-000000000000","label":"Number","type":"text","textValue":{"value":"' || person.id || '"}}],"owner":{}}'
     from person, qualification_type type,
       lateral (select now() - ((person.id * 11 + ascii(right(type.name, 1)) * 17) % 800) * interval '1 day' as t) at
     where person.org_id = $1 and type.org_id = $1 and person.type = 'driver'
       and (person.id + ascii(right(type.name, 1))) % 7 > 0`,
    [orgId],
  );
  await database.close();
  await query('vacuum analyze');
  const tagId = (await post('/tags', { name: 'Yard', drivers: drivers.slice(0, 5000) })).id;
  return { drivers, courses, types, tagId };
}

/** Twenty requirements that every driver has to meet. */
export const rules = (courses: string[], types: string[]) => [
  ...courses.slice(0, 12).map((id, n) => ({
    name: `Course ${n}`,
    satisfiedBy: { course: { id } },
    validity: n % 4 === 0 ? 'forever' : { months: [12, 24, 36][n % 3] },
    renewal: { earlyDays: 60, keepAnniversary: n % 2 === 0 },
    warnDays: [60, 30, 7],
    firstDue: { days: 90 },
  })),
  ...types.map((typeId, n) => ({
    name: `Card ${n}`,
    satisfiedBy: { qualification: { typeId } },
    validity: 'untilRecordExpires',
    warnDays: [30],
    graceDays: 5,
  })),
  {
    name: 'Hours',
    satisfiedBy: { hours: { hours: 7, withinMonths: 24, courseIds: courses } },
    validity: 'untilRecordExpires',
  },
  {
    name: 'January',
    satisfiedBy: { course: { id: courses[12] } },
    validity: { calendar: { month: 1, day: 31, earlyDays: 62 } },
    warnDays: [30],
  },
  {
    name: 'Either',
    satisfiedBy: { anyOf: [{ course: { id: courses[13] } }, { qualification: { typeId: types[0] } }] },
    validity: { months: 36 },
  },
  {
    name: 'After collisions',
    satisfiedBy: { course: { id: courses[0] } },
    onlyOnOccurrence: true,
    refresh: [{ onOccurrence: { type: 'collision', count: 1, withinDays: 30, dueDays: 14 } }],
  },
];
