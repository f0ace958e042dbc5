import { afterAll, beforeAll, test } from 'vitest';
import { sql } from '../src/kernel/database/database.ts';
import { wireTime } from '../src/kernel/time.ts';
import { NOTES_TABLE, notesFeature } from './notes-feature.ts';
import { startApp, type TestApp, type TestOrg } from './start-app.ts';
import { holding, type StreamCase, streamMissesNothing } from './stream-property.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp({ features: [notesFeature], wrap: holding(0.04, 300), poolSize: 16 });
  await server.database.pool.query(NOTES_TABLE);
});
afterAll(() => server.stop());

let words = 0;
const notes = (org: TestOrg, urls: string[]): StreamCase => ({
  urls,
  token: org.token,
  path: '/notes/stream',
  async create(to) {
    const reply = await to.send('POST', '/notes', { text: `new ${words++}` });
    return [reply.body.data.id];
  },
  async update(to, id) {
    await to.send('PATCH', `/notes?ids=${id}`, { text: `changed ${words++}` });
  },
  async remove(to, id) {
    await to.send('DELETE', `/notes/${id}`);
  },
  async table() {
    const rows = await server.database.rows(sql`
      select id, text, updated_at, deleted_at from note where org_id = ${org.orgId} order by updated_at, id`);
    return new Map(
      rows.map(([id, text, at, deleted]) => [id, [text, wireTime(at), deleted && wireTime(deleted)]]),
    );
  },
  state: (note) => [note.text, note.updatedAtTime, note.deletedAtTime ?? null],
});

test('a stream misses nothing', async () => {
  await streamMissesNothing(notes(server.org, [server.url]));
});

test('a stream misses nothing with two processes on one database', async () => {
  const org = await server.makeOrg();
  await streamMissesNothing(notes(org, [server.url, await server.another()]));
});
