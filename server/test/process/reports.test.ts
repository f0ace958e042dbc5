import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { client } from '../start-app.ts';
import {
  childrenOf,
  dataFolder,
  isAlive,
  postmaster,
  type Server,
  serve,
  TOKEN,
  terminate,
} from './crewready.ts';

const ROWS = 60_000;

/** Adds rows behind the server's back: over HTTP it would take longer than the test. */
async function fill(folder: string): Promise<void> {
  const database = new pg.Client({
    host: join(folder, 'postgres'),
    user: 'crewready',
    database: 'crewready',
  });
  await database.connect();
  await database.query(
    `insert into person (org_id, type, name, created_at, updated_at)
     select org_id, 'driver', 'Row ' || lpad(n::text, 6, '0'), now(), now() from org, generate_series(1, $1::int) n`,
    [ROWS],
  );
  await database.end();
}

async function killEverything(server: Server, folder: string, withPostgres: boolean): Promise<void> {
  const postgres = await postmaster(folder);
  const backends = await childrenOf(postgres);
  process.kill(-(server.child.pid as number), 'SIGKILL');
  if (withPostgres)
    for (const pid of [postgres, ...backends]) if (await isAlive(pid)) process.kill(pid, 'SIGKILL');
  await server.ended;
}

const run = async (url: string, id: string) =>
  (await client(url, TOKEN).get(`/reports/runs?ids=${id}`)).body.data[0];

test.each([
  ['the server', false],
  ['the server and PostgreSQL', true],
])(
  'kill -9 of %s in the middle of a run: it comes to its end, nothing lost, nothing twice',
  async (_what, all) => {
    const folder = await dataFolder();
    let server = await serve(folder.path);
    await fill(folder.path);
    const columns = ['personName', 'personId', 'personType', 'status', 'tagNames', 'createdAtTime'];
    const asked = await client(server.url, TOKEN).send('POST', '/reports/runs', {
      reportConfig: {
        datasetId: 'People',
        columns: columns.map((fieldName) => ({ fieldName })),
        filters: { fields: [{ fieldName: 'personName', operator: 'contains', values: ['Row '] }] },
      },
    });
    expect(asked.status, asked.text).toBe(202);
    const { id } = asked.body.data;
    for (let done = 0; done === 0; ) {
      const { status, percentComplete } = await run(server.url, id);
      expect(status).toBe('pending');
      done = percentComplete;
      await sleep(5);
    }
    await killEverything(server, folder.path, all);

    server = await serve(folder.path);
    expect((await run(server.url, id)).status).toBe('pending');
    while ((await run(server.url, id)).status === 'pending') await sleep(250);
    expect(await run(server.url, id)).toMatchObject({ status: 'complete', rowCount: ROWS });
    let count = 0;
    for (let after = '', more = true; more; ) {
      const { body } = await client(server.url, TOKEN).get(`/reports/runs/data?id=${id}&after=${after}`);
      for (const [name] of body.data.rows) {
        count += 1;
        if (name !== `Row ${String(count).padStart(6, '0')}`) throw new Error(`row ${count} is ${name}`);
      }
      ({ endCursor: after, hasNextPage: more } = body.pagination);
    }
    expect(count).toBe(ROWS);
    await terminate(server);
    await folder.remove();
  },
);
