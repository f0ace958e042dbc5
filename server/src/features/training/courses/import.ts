import { Value } from 'typebox/value';
import type { Database, Queryable } from '../../../kernel/database.ts';
import { ApiError, invalid, missing, notFound } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { type Stamp, type Writer, write } from '../../../kernel/ledger/write.ts';
import { allProblems, sameAs } from '../../../kernel/problems.ts';
import { type Static, Type } from '../../../kernel/schema.ts';
import { invalidBySchema } from '../../../kernel/validation.ts';
import type { Imported } from '../../directory/index.ts';
import { type Course, CreateCourse } from './schema.ts';
import { addCourse, changeCourse } from './service.ts';
import { findCourses } from './store.ts';

const Row = Type.Partial(
  Type.Object({
    ...CreateCourse.properties,
    id: Type.String(),
    category: Type.String({ minLength: 1, maxLength: 255 }),
  }),
  { additionalProperties: false },
);

/** One course of an import; the category by its name. */
export type CourseRow = Static<typeof Row>;

/**
 * Writes courses, all or none. A row whose id is a course's, or whose title and category are, changes that
 * course, and a field that is left out changes nothing; any other row adds one. Deleted courses match no row.
 *
 * @throws BatchError with every row that is wrong.
 */
export async function importCourses(
  database: Database,
  writer: Writer,
  rows: readonly CourseRow[],
): Promise<Imported[]> {
  await eachRow(rows, async (row) => checkRow(row));
  return write(database, writer, async (tx, stamp) => {
    const find = matcher(await candidates(tx, writer.orgId, rows));
    const matched = new Map<string, number>();
    return eachRow(rows, async (row, index) => {
      const before = find(row);
      const earlier = before && matched.get(before.id);
      if (earlier !== undefined) throw sameAs('course', earlier);
      if (before) matched.set(before.id, index);
      return writeRow(tx, writer.orgId, stamp, row, before);
    });
  });
}

/** Works through the rows, noting what is thrown about one, and throws it all together at the end. */
async function eachRow<T>(
  rows: readonly CourseRow[],
  work: (row: CourseRow, index: number) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  const problems = allProblems();
  for (const [index, row] of rows.entries()) {
    try {
      done.push(await work(row, index));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      problems.add(index, error);
    }
  }
  problems.check();
  return done;
}

function checkRow(row: CourseRow): void {
  const [error] = Value.Errors(Row, row);
  if (error) throw invalidBySchema([error as never], 'row');
  if (row.id !== undefined && !isUuid(row.id))
    throw invalid('id', `"${row.id.slice(0, 60)}" is not a UUID, as the ids of courses are.`);
}

const candidates = (tx: Queryable, orgId: string, rows: readonly CourseRow[]): Promise<Course[]> =>
  findCourses(
    tx,
    orgId,
    rows.flatMap(({ id }) => id ?? []),
    rows.flatMap(({ title, category }) => (title && category ? [{ title, category }] : [])),
  );

/** Finds the course that a row is about among those that may match. */
function matcher(known: readonly Course[]): (row: CourseRow) => Course | undefined {
  const place = (title: string, category: string): string => `${title}\0${category}`.toLowerCase();
  const byId = new Map(known.map((course) => [course.id, course]));
  const byPlace = new Map<string, Course[]>();
  for (const course of known) {
    const key = place(course.title, course.category.name);
    byPlace.set(key, [...(byPlace.get(key) ?? []), course]);
  }
  return ({ id, title = '', category = '' }) => {
    if (id !== undefined) {
      const course = byId.get(id.toLowerCase());
      if (!course) throw notFound(`id: no training course ${id}.`);
      return course;
    }
    const [first, ...others] = byPlace.get(place(title, category)) ?? [];
    if (others.length > 0)
      throw invalid('title', 'more than one course has this title and category; name the one by its id.');
    return first;
  };
}

async function writeRow(
  tx: Queryable,
  orgId: string,
  stamp: Stamp,
  row: CourseRow,
  before: Course | undefined,
): Promise<Imported> {
  const { id: _, category, status, ...rest } = row;
  const fields = { ...rest, ...(category === undefined ? {} : { category: { name: category } }) };
  if (!before) {
    for (const field of ['title', 'category', 'estimatedTimeToCompleteMinutes'] as const)
      if (row[field] === undefined) throw missing(field);
    const made = await addCourse(tx, orgId, stamp, { ...fields, status } as CreateCourse);
    return { id: made.id, outcome: 'created' };
  }
  if (status === 'draft' && before.status !== 'draft')
    throw invalid('status', `the course is ${before.status} and cannot be a draft again.`);
  const published = status === 'published' ? { status } : {};
  const after = await changeCourse(tx, orgId, stamp, before, { ...fields, ...published });
  return { id: before.id, outcome: after === before ? 'unchanged' : 'updated' };
}
