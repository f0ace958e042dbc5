import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCourse } from '../../../../test/builders.ts';
import { work } from '../../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';

const ROWS = 2500;
const NASTY = [
  '=HYPERLINK("http://example.com","x")',
  '+1',
  '-2',
  '@SUM(A1)',
  '\tTab',
  'quotes "and", commas',
  'line\nfeed',
  ' spaces ',
  '<b>&amp;</b>',
  'control \u0007 bell',
  '🚚 Łódź',
];
let server: TestApp;
let org: TestOrg;
let id: string;
let rows: (string | number | null)[][];
beforeAll(async () => {
  server = await startApp({ tampers: 'rows by the thousand' });
  org = server.org;
  const course = await makeCourse(org);
  const names = Array.from({ length: ROWS }, (_, n) => NASTY[n % NASTY.length] as string);
  await server.database.rows(sql`
    with people as (
      insert into person (org_id, type, name, created_at, updated_at)
      select ${org.orgId}, 'driver', name, now(), now() from unnest(${names}::text[]) name returning id)
    insert into assignment (org_id, id, course_id, revision_id, learner_type, learner_id, status, duration_minutes,
      score_percent, completed_at, created_at, created_by, updated_at, updated_by)
    select ${org.orgId}, gen_random_uuid(), ${course.id}, ${course.revisionId}, 'driver', id, 'completed', id % 90,
      case when id % 3 > 0 then 77.25 end, timestamptz '2026-03-01 10:00:00.5+00' + id % 1000 * interval '1 minute',
      now() - interval '1 day', 'user-1', now(), 'user-1' from people`);
  const columns = ['learnerName', 'durationMinutes', 'scorePercent', 'completedAtTime', 'dueAtTime'];
  const reply = await org.send('POST', '/reports/runs', {
    reportConfig: { datasetId: 'TrainingAssignments', columns: columns.map((fieldName) => ({ fieldName })) },
  });
  id = reply.body.data.id;
  await work(server);
  rows = [];
  for (let after = '', more = true; more; ) {
    const { body } = await org.get(`/reports/runs/data?id=${id}&after=${after}`);
    rows.push(...body.data.rows);
    ({ endCursor: after, hasNextPage: more } = body.pagination);
  }
});
afterAll(() => server.stop());

const HEADS = ['Learner: name', 'Time spent', 'Score', 'Completed at', 'Due at'];
const file = async (format: string): Promise<Buffer> => {
  const reply = await fetch(`${server.url}/reports/runs/export?id=${id}&format=${format}`, {
    headers: { authorization: `Bearer ${org.token}` },
  });
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-disposition')).toBe(`attachment; filename="report-${id}.${format}"`);
  return Buffer.from(await reply.arrayBuffer());
};

describe('GET /reports/runs/export', () => {
  test('200 CSV with every row, and no formulas', async () => {
    const [heads, ...read] = parse(await file('csv'), { skip_empty_lines: false }) as string[][];
    expect(heads).toEqual(HEADS);
    const expected = rows.map((row) =>
      row.map((cell) => {
        const text = cell === null ? '' : String(cell);
        return /^(=HYPER|@SUM)/.test(text) ? `'${text}` : text;
      }),
    );
    expect(read).toEqual(expected);
    expect(read.flat().filter((cell) => /^[=@]/.test(cell))).toEqual([]);
  });

  test('200 XLSX that another reader reads: text, numbers and times', async () => {
    const [heads, ...read] = (await readSheet(await file('xlsx'))) as unknown[][];
    expect(heads).toEqual(HEADS);
    expect(read).toHaveLength(ROWS);
    for (const [index, [name, minutes, score, completed]] of (
      rows as [string, number, number | null, string][]
    ).entries()) {
      const [sheetName, sheetMinutes, sheetScore, sheetCompleted] = read[index] as [
        string,
        number,
        number,
        Date,
      ];
      // Some readers trim text.
      expect(String(sheetName).trim()).toBe(name.trim());
      expect([sheetMinutes, sheetScore]).toEqual([minutes, score]);
      expect(Math.abs(sheetCompleted.getTime() - Date.parse(completed))).toBeLessThan(2);
    }
  });

  test('200 Parquet that another library reads: each cell as it was', async () => {
    const bytes = await file('parquet');
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const read = (await parquetReadObjects({ file: buffer })) as Record<string, unknown>[];
    expect(read).toHaveLength(ROWS);
    const plain = (value: unknown): unknown =>
      typeof value === 'bigint'
        ? Number(value)
        : value instanceof Date
          ? value.toISOString().replace('.000Z', 'Z')
          : (value ?? null);
    expect(read.map((row) => HEADS.map((head) => plain(row[head])))).toEqual(rows);
  });

  test('400 for a run that is not complete, and for another format', async () => {
    const reportConfig = { datasetId: 'People', columns: [{ fieldName: 'personName' }] };
    const pending = (await org.send('POST', '/reports/runs', { reportConfig })).body.data.id;
    const reply = await org.get(`/reports/runs/export?id=${pending}&format=csv`);
    expect(reply.status).toBe(400);
    expect(reply.body.message).toContain('is pending');
    expect((await org.get(`/reports/runs/export?id=${id}&format=pdf`)).status).toBe(400);
  });

  test('429 for a fifth export at once; 200 when the others are done or given up', async () => {
    const ask = () =>
      fetch(`${server.url}/reports/runs/export?id=${id}&format=csv`, {
        headers: { authorization: `Bearer ${org.token}`, connection: 'close' },
      });
    const replies = await Promise.all([1, 2, 3, 4, 5].map(ask));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 429]);
    expect(replies.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('5');
    for (const { body } of replies) await body?.cancel();
    const again = async () => {
      const reply = await ask();
      await reply.arrayBuffer();
      return reply.status;
    };
    await expect.poll(again).toBe(200);
  });

  test('200 an empty report has its columns in every format', async () => {
    const reportConfig = { datasetId: 'Vehicles', columns: [{ fieldName: 'vin' }, { fieldName: 'vin' }] };
    const empty = (await org.send('POST', '/reports/runs', { reportConfig })).body.data.id;
    await work(server);
    expect((await org.get(`/reports/runs/export?id=${empty}&format=csv`)).text).toBe('VIN,VIN (2)\r\n');
    for (const format of ['xlsx', 'parquet'])
      expect((await org.get(`/reports/runs/export?id=${empty}&format=${format}`)).status).toBe(200);
  });
});
