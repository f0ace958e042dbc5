import { Value } from 'typebox/value';
import type { Writer } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { invalid, missing, notFound } from '../../../kernel/errors.ts';
import { eachRow, sameAs } from '../../../kernel/http/problems.ts';
import { invalidBySchema } from '../../../kernel/http/validation.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { type Static, Type } from '../../../kernel/schema.ts';
import { folded } from '../../../kernel/text.ts';
import type { Imported } from '../../directory/index.ts';
import { type CourseDocument, CreateCourse } from './schema.ts';
import { changeCourse, createCourse } from './service.ts';
import { findCourses, type NamedCourse } from './store.ts';

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
  return write(database, writer, async (tx) => {
    const find = matcher(await candidates(tx, rows));
    const matched = new Map<string, number>();
    return eachRow(rows, async (row, index) => {
      const before = find(row);
      const earlier = before && matched.get(before.id);
      if (earlier !== undefined) throw sameAs('course', earlier);
      if (before) matched.set(before.id, index);
      return writeRow(tx, row, before);
    });
  });
}

function checkRow(row: CourseRow): void {
  const [error] = Value.Errors(Row, row);
  if (error) throw invalidBySchema([error as never], 'row');
  if (row.id !== undefined && !isUuid(row.id))
    throw invalid('id', `"${row.id.slice(0, 60)}" is not a UUID, as the ids of courses are.`);
}

const candidates = (tx: Tx, rows: readonly CourseRow[]): Promise<NamedCourse[]> =>
  findCourses(
    tx,
    tx.orgId,
    rows.flatMap(({ id }) => id ?? []),
    rows.flatMap(({ title, category }) => (title && category ? [{ title, category }] : [])),
  );

/** Finds the course that a row is about among those that may match. */
function matcher(known: readonly NamedCourse[]): (row: CourseRow) => CourseDocument | undefined {
  const place = (title: string, category: string): string => folded(`${title}\0${category}`);
  const byId = new Map(known.map(({ course }) => [course.id, course]));
  const byPlace = new Map<string, CourseDocument[]>();
  for (const { course, category } of known) {
    const key = place(course.title, category);
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

async function writeRow(tx: Tx, row: CourseRow, before: CourseDocument | undefined): Promise<Imported> {
  const { id: _, category, status, ...rest } = row;
  const fields = { ...rest, ...(category === undefined ? {} : { category: { name: category } }) };
  if (!before) {
    for (const field of ['title', 'category', 'estimatedTimeToCompleteMinutes'] as const)
      if (row[field] === undefined) throw missing(field);
    const made = await createCourse(tx, { ...fields, status } as CreateCourse);
    return { id: made.id, outcome: 'created' };
  }
  if (status === 'draft' && before.status !== 'draft')
    throw invalid('status', `the course is ${before.status} and cannot be a draft again.`);
  const published = status === 'published' ? { status } : {};
  const after = await changeCourse(tx, before, { ...fields, ...published });
  return { id: before.id, outcome: after === before ? 'unchanged' : 'updated' };
}
