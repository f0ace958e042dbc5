/**
 * How much of the database's own speed qualification records keep: 100 records with 12 fields each by their ids, the
 * same with external ids, and stream pages of 512 of them, over HTTP against the same SQL through the driver alone,
 * in turn and in one run.
 *
 *   npm run qualifications --workspace bench [-- --rows 100000 --rounds 5 --seconds 2]
 */
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type Fixture, median, percent, startServer, TOKEN } from './fixture.ts';

interface Statement {
  text: string;
  values: unknown[];
}

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    clients: { type: 'string', default: '4' },
  },
});
const clients = Number(values.clients);
const fixture = await startServer();
const { orgId } = fixture;
const scope = { orgId, tagIds: null };
const pool = new pg.Pool({
  ...fixture.connection,
  max: clients,
  types: { getTypeParser: () => (value: string) => value },
  options: '-c TimeZone=UTC -c DateStyle=ISO',
});
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const store = await import(
  new URL('../server/dist/features/qualifications/records/store.js', import.meta.url).href
);

try {
  console.log(`filling ${Number(values.rows).toLocaleString('en')} records of 12 fields …`);
  await fillRecords(fixture, Number(values.rows));
  const { rows } = await fixture.query(
    'select id, updated_at::text as at from qualification_record where org_id = $1 order by updated_at, id',
    [orgId],
  );
  const idsFrom = (n: number): string[] => {
    const begin = (n * 100) % (rows.length - 100);
    return rows.slice(begin, begin + 100).map(({ id }) => id);
  };
  for (const external of [false, true]) {
    await compare(
      external ? '100 records by id, with external ids' : '100 records by id',
      (n) => `/qualification-records?ids=${idsFrom(n)}${external ? '&includeExternalIds=true' : ''}`,
      (n, capture) => store.readRecords(capture, scope, idsFrom(n), external),
    );
  }
  const from = (n: number): string => new Date(rows[(n * 512) % (rows.length - 512)].at).toISOString();
  const filter = { entityType: 'worker', includeDeleted: false, includeExternalIds: false };
  await compare(
    'stream page of 512',
    (n) => `/qualification-records/stream?entityType=worker&startTime=${from(n)}`,
    (n, capture) =>
      store.streamRecords(
        capture,
        scope,
        { at: from(n), id: '00000000-0000-0000-0000-000000000000', binding: {} },
        filter,
      ),
  );
} finally {
  agent.destroy();
  await pool.end();
  await fixture.stop();
}

/** Compares the `n`th request with the statement that the server's own store runs for it. */
async function compare(
  name: string,
  path: (n: number) => string,
  store: (n: number, capture: { rows(given: Statement): Promise<unknown[][]> }) => Promise<unknown>,
): Promise<void> {
  const bare = (n: number): Promise<unknown> => {
    const rows = async ({ text, values: given }: Statement): Promise<unknown[][]> =>
      (await pool.query({ name, text, values: given, rowMode: 'array' })).rows;
    return store(n, { rows });
  };
  const [served, alone]: number[][] = [[], []];
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    const [http, driver] = [await perSecond((n) => get(path(n))), await perSecond(bare)];
    if (round === 0) continue; // warm-up
    served?.push(http);
    alone?.push(driver);
  }
  const ratios = served?.map((value, index) => value / (alone?.[index] as number)) ?? [];
  console.log(
    `${name}: ${Math.round((await get(path(1))) / 1024)} KiB, ${median(served ?? []).toFixed(0)}/s served, ${median(alone ?? []).toFixed(0)}/s by the same SQL alone: ${percent(median(ratios))}`,
  );
}

/** How often `work` is done a second by all clients together. */
async function perSecond(work: (n: number) => Promise<unknown>): Promise<number> {
  const seconds = Number(values.seconds);
  const until = Date.now() + seconds * 1000;
  let done = 0;
  const client = async (): Promise<void> => {
    while (Date.now() < until) await work(done++);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return done / seconds;
}

/** Asks for a path; answers how many bytes came. */
function get(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(
      fixture.url + path,
      { agent, headers: { authorization: `Bearer ${TOKEN}` } },
      (reply) => {
        let bytes = 0;
        reply.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        reply.on('end', () =>
          reply.statusCode === 200 ? resolve(bytes) : reject(new Error(`${reply.statusCode} ${path}`)),
        );
      },
    );
    call.on('error', reject);
    call.end();
  });
}

/**
 * Makes a type of 12 fields and one record of it by the API, and `count` like it for 1,000 drivers over a year, every
 * other one with an external id.
 */
async function fillRecords({ url, query }: Fixture, count: number): Promise<void> {
  const post = async (path: string, body: object) => {
    const reply = await fetch(url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(await reply.text());
    return ((await reply.json()) as { data: { id: string; fields: Field[] } }).data;
  };
  const { rows } = await query(
    `insert into person (org_id, type, name, created_at, updated_at)
     select $1, 'driver', 'Driver ' || n, now(), now() from generate_series(1, 1000) n returning id`,
    [orgId],
  );
  const options = ['A', 'B', 'C'].map((label) => ({ label }));
  const kinds = [
    { type: 'text' },
    { type: 'number' },
    { type: 'multiple_choice', options },
    { type: 'check_boxes', options },
    { type: 'datetime' },
    { type: 'text' },
  ];
  const type = await post('/qualification-types', {
    name: 'License',
    entityType: 'worker',
    fields: [...kinds, ...kinds].map((kind, n) => ({ ...kind, label: `Field ${n}` })),
  });
  await post('/qualification-records', {
    qualificationType: { id: type.id },
    owner: { entityType: 'worker', id: rows[0].id },
    issueDate: '2026-01-01T00:00:00Z',
    fields: type.fields.map(sampleOf),
  });
  await query(
    `insert into qualification_record (org_id, id, type_id, revision_id, entity_type, owner_type, owner_id, issued_at,
       status, created_at, created_by, updated_at, updated_by, document)
     select org_id, new_id, type_id, revision_id, entity_type, owner_type, p.ids[1 + n % 1000], issued_at, status,
       created_at, created_by, timestamptz '2025-01-01' + n * interval '61 seconds', updated_by,
       replace(replace(document, id::text, new_id::text), '"id":"' || owner_id || '"}}', '"id":"' || p.ids[1 + n % 1000] || '"}}')
     from qualification_record, (select array_agg(id order by id) ids from person where org_id = $1 and type = 'driver') p,
       lateral (select gen_random_uuid() as new_id, n from generate_series(1, $2::int) n) made
     where org_id = $1`,
    [orgId, count],
  );
  await query(
    `insert into external_id (org_id, key, value, entity_type, entity_id)
     select org_id, 'paper', id::text, 'qualificationRecord', id::text from qualification_record
     where org_id = $1 and right(id::text, 1) < '8'`,
    [orgId],
  );
  await query('vacuum analyze');
}

interface Field {
  id: string;
  type: string;
  options?: { id: string }[];
}

function sampleOf({ id, type, options = [] }: Field): object {
  const optionIds = options.map((option) => option.id);
  const value = {
    text: { textValue: { value: 'A text of some length' } },
    number: { numberValue: { value: 12.5 } },
    multiple_choice: { multipleChoiceValue: { valueId: optionIds[0] } },
    check_boxes: { checkBoxesValue: { valueIds: optionIds } },
    datetime: { dateTimeValue: { value: '2026-01-01T00:00:00Z' } },
  }[type];
  return { id, type, ...value };
}
