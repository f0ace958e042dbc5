import { afterAll, beforeAll, test } from 'vitest';
import { makePeople, makeQualificationRecord, makeQualificationType } from '../../../../test/builders.ts';
import { emptyFolder, serve, terminate } from '../../../../test/process/crewready.ts';
import { type Client, type Reply, startApp, type TestApp } from '../../../../test/start-app.ts';
import { holding, type StreamCase, streamMissesNothing } from '../../../../test/stream-property.ts';
import { sql } from '../../../kernel/database/database.ts';

/** Writes of a case; the longest proof takes more. */
const WRITES = Number(process.env.STREAM_WRITES ?? 1500);

let server: TestApp;
let type: Awaited<ReturnType<typeof makeQualificationType>>;
let drivers: string[];
beforeAll(async () => {
  server = await startApp({ wrap: holding(0.005, 300), poolSize: 16 });
  type = await makeQualificationType(server.org);
  drivers = await makePeople(server, server.org, 50);
});
afterAll(() => server.stop());

const ok = ({ status, text }: Reply): void => {
  if (status >= 300) throw new Error(text);
};

/** Makes, changes, archives and deletes records at random; the stream shows deleted ones. */
function records(urls: string[]): StreamCase {
  let turn = 0;
  const steps = [
    (to: Client, id: string) =>
      to.send('PATCH', '/qualification-records', { id, issueDate: `2026-01-01T00:00:0${turn % 10}Z` }),
    (to: Client, id: string) => {
      const fields = [{ id: type.fields[2]?.id, type: 'number', numberValue: { value: turn } }];
      return to.send('PATCH', '/qualification-records', { id, fields });
    },
    (to: Client, id: string) =>
      to.send('PATCH', '/qualification-records', { id, expirationDate: '2030-01-01T00:00:00Z' }),
    async (to: Client, id: string) => {
      ok(await to.send('POST', '/qualification-records/archive', { id }));
      return to.send('POST', '/qualification-records/unarchive', { id });
    },
  ];
  return {
    urls,
    token: server.org.token,
    path: `/qualification-records/stream?entityType=worker&includeDeleted=true&qualificationTypeIds=${type.id}`,
    writes: WRITES,
    async create(to) {
      const owner = drivers[turn++ % drivers.length] as string;
      return [(await makeQualificationRecord({ ...server.org, ...to }, type, owner)).id];
    },
    async update(to, id) {
      ok(await (steps[turn++ % steps.length] as (typeof steps)[0])(to, id));
    },
    async remove(to, id) {
      ok(await to.send('DELETE', '/qualification-records', { id }));
    },
    async table() {
      const rows = await server.database.rows(sql`
        select id from qualification_record where org_id = ${server.org.orgId} and type_id = ${type.id}
        order by updated_at, id`);
      const states = new Map<string, unknown>();
      for (let i = 0; i < rows.length; i += 100) {
        const ids = rows.slice(i, i + 100).map(([id]) => id);
        const reply = await server.org.get(`/qualification-records?ids=${ids}`);
        ok(reply);
        for (const item of reply.body.data) states.set(item.id, item);
      }
      return states;
    },
  };
}

test(`200 misses none of ${WRITES} writes by 8 writers`, { timeout: 900_000 }, async () => {
  await streamMissesNothing(records([server.url]));
});

test(`200 misses none of ${WRITES} writes through processes of their own on one database`, {
  timeout: 900_000,
}, async () => {
  type = await makeQualificationType(server.org);
  const folder = await emptyFolder();
  const others = await Promise.all(
    [1, 2].map(() => serve(folder.path, { DATABASE_URL: server.databaseUrl })),
  );
  // Through this application some transactions are held open.
  await streamMissesNothing(records([server.url, ...others.map(({ url }) => url)]));
  await Promise.all(others.map(terminate));
  await folder.remove();
});
