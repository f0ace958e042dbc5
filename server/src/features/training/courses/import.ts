import { isDeepStrictEqual } from 'node:util';
import { Value } from 'typebox/value';
import type { Writer } from '../../../kernel/auth.ts';
import { invalid, missing, notFound } from '../../../kernel/errors.ts';
import { eachRow, sameAs } from '../../../kernel/http/problems.ts';
import { invalidBySchema } from '../../../kernel/http/validation.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { type Target, writeInto } from '../../../kernel/ledger/write.ts';
import { OneOf, type Static, Type } from '../../../kernel/schema.ts';
import { folded } from '../../../kernel/text.ts';
import type { Imported } from '../../directory/index.ts';
import { CreateCourse } from './schema.ts';
import { changeCourse, createCourse } from './service.ts';
import { findCourses, type NamedCourse } from './store.ts';

const Row = Type.Partial(
  Type.Object({
    ...CreateCourse.properties,
    id: Type.String(),
    status: OneOf(['draft', 'published', 'archived', 'deleted'], {
      description: 'As an exported report has it.',
    }),
    category: Type.String({ minLength: 1, maxLength: 255 }),
  }),
  { additionalProperties: false },
);

/** One course of an import; the category by its name. */
export type CourseRow = Static<typeof Row>;

/**
 * Writes courses, all or none. A row whose id is a course's, or whose title and category are, changes that
 * course, and a field that is left out changes nothing; any other row adds one. What is deleted is found by its id
 * alone, and stays as it is.
 *
 * @throws BatchError with every row that is wrong.
 */
export async function importCourses(
  target: Target,
  writer: Writer,
  rows: readonly CourseRow[],
): Promise<Imported[]> {
  await eachRow(rows, async (row) => checkRow(row));
  return writeInto(target, writer, async (tx) => {
    const find = matcher(await candidates(tx, rows));
    const matched = new Map<string, number>();
    return eachRow(rows, async (row, index) => {
      const before = find(row);
      const earlier = before && matched.get(before.course.id);
      if (earlier !== undefined) throw sameAs('course', earlier);
      if (before) matched.set(before.course.id, index);
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
function matcher(known: readonly NamedCourse[]): (row: CourseRow) => NamedCourse | undefined {
  const place = (title: string, category: string): string => folded(`${title}\0${category}`);
  const byId = new Map(known.map((named) => [named.course.id, named]));
  const byPlace = new Map<string, NamedCourse[]>();
  for (const named of known.filter(({ course }) => course.status !== 'deleted')) {
    const key = place(named.course.title, named.category);
    byPlace.set(key, [...(byPlace.get(key) ?? []), named]);
  }
  return ({ id, title = '', category = '', status }) => {
    if (id !== undefined) {
      const named = byId.get(id.toLowerCase());
      if (!named || (named.course.status === 'deleted' && status !== 'deleted'))
        throw notFound(`id: no training course ${id}.`);
      return named;
    }
    const [first, ...others] = byPlace.get(place(title, category)) ?? [];
    if (others.length > 0)
      throw invalid('title', 'more than one course has this title and category; name the one by its id.');
    return first;
  };
}

const withoutId = ({ id: _id, status: _status, ...fields }: CourseRow) => fields;

/** What a row changes: more than the spaces at the ends of a text, which a cell does not have. */
function changesOf({ course, category }: NamedCourse, row: CourseRow): ReturnType<typeof withoutId> {
  const present: Record<string, unknown> = { ...course, category };
  const differs = ([field, value]: [string, unknown]): boolean => {
    const before = present[field];
    return !isDeepStrictEqual(typeof before === 'string' ? before.trim() : before, value);
  };
  return Object.fromEntries(Object.entries(withoutId(row)).filter(differs));
}

async function writeRow(tx: Tx, row: CourseRow, named: NamedCourse | undefined): Promise<Imported> {
  const { status } = row;
  const { category, ...rest } = named ? changesOf(named, row) : withoutId(row);
  const fields = { ...rest, ...(category === undefined ? {} : { category: { name: category } }) };
  if (!named) {
    for (const field of ['title', 'category', 'estimatedTimeToCompleteMinutes'] as const)
      if (row[field] === undefined) throw missing(field);
    if (status === 'archived' || status === 'deleted')
      throw invalid('status', 'use draft or published for a course that is not there yet.');
    const made = await createCourse(tx, { ...fields, status } as CreateCourse);
    return { id: made.id, outcome: 'created' };
  }
  const { course: before } = named;
  if (Object.keys(fields).length === 0 && (status ?? before.status) === before.status)
    return { id: before.id, outcome: 'unchanged' };
  if (status !== undefined && status !== 'published' && status !== before.status)
    throw invalid(
      'status',
      status === 'draft'
        ? `the course is ${before.status} and cannot be a draft again.`
        : `the course is ${before.status}; an import can only publish it.`,
    );
  const published = status === 'published' ? { status } : {};
  const after = await changeCourse(tx, before, { ...fields, ...published });
  return { id: before.id, outcome: after === before ? 'unchanged' : 'updated' };
}
