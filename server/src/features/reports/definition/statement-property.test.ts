import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCourse, makePeople } from '../../../../test/builders.ts';
import { work } from '../../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

// Any report over random columns, filters, groups and order equals a plain recomputation from all the rows.

let server: TestApp;
let org: TestOrg;
let all: Record<string, Cell>[];
type Cell = string | number | null;

const TYPES = {
  assignmentId: 'string',
  learnerName: 'string',
  courseTitle: 'string',
  status: 'string',
  isCompletedLate: 'string',
  createdAtTime: 'timestamp',
  dueAtTime: 'timestamp',
  completedAtTime: 'timestamp',
  durationMinutes: 'integer',
  scorePercent: 'float',
} as const;
type Name = keyof typeof TYPES;
const NAMES = Object.keys(TYPES) as Name[];

async function report(definition: object): Promise<Cell[][]> {
  const reply = await org.send('POST', '/reports/runs', {
    reportConfig: { datasetId: 'TrainingAssignments', ...definition },
  });
  expect(reply.status, reply.text).toBe(202);
  await work(server);
  const { body } = await org.get(`/reports/runs/data?id=${reply.body.data.id}`);
  expect(body.data.status).toBe('complete');
  return body.data.rows;
}

beforeAll(async () => {
  server = await startApp({ tampers: 'assignments of every state at random' });
  org = server.org;
  await makePeople(server, org, 7);
  for (const title of ['Alpha', 'beta', 'Émile', 'alpha "2"']) await makeCourse(org, { title });
  await server.database.rows(sql`
    insert into assignment (org_id, id, course_id, revision_id, learner_type, learner_id, status, duration_minutes,
      score_percent, due_at, completed_at, completed_late, created_at, created_by, updated_at, updated_by)
    select ${org.orgId}, gen_random_uuid(), course.id, course.revision_id, 'driver', person.id, 'completed', n * 7 % 23,
      case when n % 4 > 0 then n * 13 % 41 + 0.5 end, case when n % 3 > 0 then now() - n * interval '1 hour' end,
      now() - n % 5 * interval '1 hour', n % 2 = 0, now() - n % 11 * interval '1 day', 'user-1', now(), 'user-1'
    from course, person, generate_series(1, 4) n where course.org_id = ${org.orgId} and person.org_id = ${org.orgId}
      and person.type = 'driver' and (n + person.id) % 3 > 0`);
  const rows = await report({ columns: NAMES.map((fieldName) => ({ fieldName })) });
  all = rows.map(
    (row) => Object.fromEntries(row.map((cell, index) => [NAMES[index], cell])) as Record<string, Cell>,
  );
  expect(all.length).toBeGreaterThan(50);
});
afterAll(() => server.stop());

/** Cells in PostgreSQL's order: text by code point, times by the moment. */
function compare(name: Name | 'number', a: Cell, b: Cell): number {
  if (name !== 'number' && TYPES[name] === 'timestamp')
    return Date.parse(a as string) - Date.parse(b as string);
  if (typeof a === 'number') return a - (b as number);
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

interface Filter {
  fieldName: Name;
  operator: string;
  values?: Cell[];
}

function keeps({ fieldName, operator, values = [] }: Filter, row: Record<string, Cell>): boolean {
  const cell = row[fieldName] as Cell;
  const is = (value: Cell) => cell !== null && compare(fieldName, cell, value) === 0;
  if (operator === 'isEmpty') return cell === null;
  if (operator === 'isNotEmpty') return cell !== null;
  if (operator === 'equals') return values.some(is);
  if (operator === 'notEquals') return !values.some(is);
  if (cell === null) return false;
  if (operator === 'contains') return String(cell).toLowerCase().includes(String(values[0]).toLowerCase());
  const order = compare(fieldName, cell, values[0] as Cell);
  return { lessThan: order < 0, atMost: order <= 0, greaterThan: order > 0, atLeast: order >= 0 }[
    operator
  ] as boolean;
}

const name = fc.constantFrom(...NAMES);
/** A filter whose values are ones that some rows have. */
const filter = fc
  .record({
    fieldName: name,
    operator: fc.constantFrom(
      'equals',
      'notEquals',
      'lessThan',
      'atMost',
      'greaterThan',
      'atLeast',
      'isEmpty',
      'isNotEmpty',
      'contains',
    ),
    from: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  })
  .map(({ fieldName, operator, from }): Filter | undefined => {
    if (operator.startsWith('is')) return { fieldName, operator };
    // Times are stored to the microsecond and served to the millisecond: equality is for what is served whole.
    if (TYPES[fieldName] === 'timestamp' && !operator.startsWith('is')) return undefined;
    if (operator === 'contains' && TYPES[fieldName] !== 'string') return undefined;
    const values = from
      .map((index) => all[index % all.length]?.[fieldName] ?? null)
      .filter((value) => value !== null);
    if (values.length === 0) return undefined;
    return { fieldName, operator, values: operator.endsWith('quals') ? values : values.slice(0, 1) };
  });

const AGGREGATES = ['sum', 'count', 'avg', 'min', 'max'] as const;
type Aggregate = (typeof AGGREGATES)[number];
const aggregates = (fieldName: Name): Aggregate[] =>
  TYPES[fieldName] === 'integer' || TYPES[fieldName] === 'float' ? [...AGGREGATES] : ['count', 'min', 'max'];

function aggregate(how: Aggregate, fieldName: Name, rows: Record<string, Cell>[]): Cell {
  const cells = rows.map((row) => row[fieldName] as Cell).filter((cell) => cell !== null);
  if (how === 'count') return cells.length;
  if (cells.length === 0) return null;
  const sum = cells.reduce<number>((total, cell) => total + Number(cell), 0);
  if (how === 'sum') return sum;
  if (how === 'avg') return sum / cells.length;
  const sorted = [...cells].sort((a, b) => compare(fieldName, a, b));
  return (how === 'min' ? sorted[0] : sorted.at(-1)) as Cell;
}

const close = (rows: Cell[][]): Cell[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(12)) : cell)));

test('a plain report has the rows that its filters keep, in its order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(name, { minLength: 1, maxLength: 6 }),
      fc.array(filter, { maxLength: 2 }),
      fc.uniqueArray(fc.constantFrom('learnerName', 'courseTitle', 'durationMinutes', 'scorePercent'), {
        maxLength: 2,
      }),
      fc.boolean(),
      async (names, filters, sortNames, descending) => {
        const fields = filters.filter((one) => one !== undefined);
        const sort = sortNames.map((fieldName) => ({ fieldName, direction: descending ? 'desc' : 'asc' }));
        const rows = await report({
          columns: names.map((fieldName) => ({ fieldName })),
          filters: { fields },
          sort,
        });
        const kept = all.filter((row) => fields.every((one) => keeps(one, row)));
        // What is equal in every named field stays in the dataset's own order, in which `all` is.
        kept.sort((a, b) => {
          for (const one of sortNames as Name[]) {
            const [x, y] = [a[one] as Cell, b[one] as Cell];
            if (x === null || y === null) {
              if (x !== y) return x === null ? 1 : -1;
              continue;
            }
            const order = compare(one, x, y);
            if (order !== 0) return descending ? -order : order;
          }
          return 0;
        });
        expect(rows).toEqual(kept.map((row) => names.map((one) => row[one])));
      },
    ),
    { numRuns: 60 },
  );
});

test('a grouped report has a row a group, its aggregates those of the group’s rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom<Name>('learnerName', 'courseTitle', 'isCompletedLate', 'scorePercent'), {
        maxLength: 3,
      }),
      fc.array(fc.tuple(name, fc.nat()), { minLength: 1, maxLength: 4 }),
      fc.array(filter, { maxLength: 2 }),
      async (groupBy, picked, filters) => {
        const fields = filters.filter((one) => one !== undefined);
        const shown = picked.map(([fieldName, n]) => {
          const options = aggregates(fieldName);
          return { fieldName, aggregate: options[n % options.length] as Aggregate };
        });
        const rows = await report({
          columns: [...groupBy.map((fieldName) => ({ fieldName })), ...shown],
          ...(groupBy.length > 0 ? { groupBy } : {}),
          filters: { fields },
        });
        const kept = all.filter((row) => fields.every((one) => keeps(one, row)));
        const groups = new Map<string, Record<string, Cell>[]>();
        if (groupBy.length === 0) groups.set('[]', []);
        for (const row of kept) {
          const key = JSON.stringify(groupBy.map((one) => row[one]));
          groups.set(key, [...(groups.get(key) ?? []), row]);
        }
        const expected = [...groups].map(([key, members]) => [
          ...(JSON.parse(key) as Cell[]),
          ...shown.map((one) => aggregate(one.aggregate, one.fieldName, members)),
        ]);
        const ordered = (list: Cell[][]) =>
          close(list)
            .map((row) => JSON.stringify(row))
            .sort();
        expect(ordered(rows)).toEqual(ordered(expected));
      },
    ),
    { numRuns: 60 },
  );
});
