import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTES_TABLE, notesFeature } from '../../../test/notes-feature.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { sql } from '../database/database.ts';

let server: TestApp;
let other: TestOrg;
beforeAll(async () => {
  server = await startApp({ features: [notesFeature], poolSize: 12 });
  await server.database.pool.query(NOTES_TABLE);
  other = await server.makeOrg('Other Fleet');
});
afterAll(() => server.stop());

let keys = 0;
const newKey = () => ({ 'idempotency-key': `key ${keys++}` });
const post = (text: string, headers = {}, query = '') =>
  server.org.send('POST', `/notes${query}`, { text }, headers);
/** How many notes say so, and how many writes the ledger has. */
const count = async (text: string) => {
  const [row] = await server.database.rows(sql`select
    (select count(*)::int from note where org_id = ${server.org.orgId} and text = ${text}),
    (select last_seq::int from org_head where org_id = ${server.org.orgId})`);
  return { notes: row?.[0] as number, seq: row?.[1] as number };
};

describe('Idempotency-Key', () => {
  test('201 the second time is the first answer, and nothing is written', async () => {
    const headers = newKey();
    const first = await post('once', headers);
    const before = await count('once');
    const second = await post('once', headers);
    expect(second).toMatchObject({ status: 201, text: first.text });
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(await count('once')).toEqual({ ...before, notes: 1 });
  });

  test('201 twenty at once are one write with one answer', async () => {
    const headers = newKey();
    const replies = await Promise.all(Array.from({ length: 20 }, () => post('crowd', headers)));
    expect(new Set(replies.map((reply) => `${reply.status} ${reply.text}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(201);
    expect(replies.filter((reply) => !reply.headers.get('idempotent-replayed'))).toHaveLength(1);
    expect((await count('crowd')).notes).toBe(1);
  });

  test('201 on another process is the same', async () => {
    const headers = newKey();
    const url = await server.another();
    const first = await post('elsewhere', headers);
    const second = await fetch(`${url}/notes`, {
      method: 'POST',
      headers: {
        ...headers,
        authorization: `Bearer ${server.org.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ text: 'elsewhere' }),
    });
    expect(await second.text()).toBe(first.text);
  });

  test('204 without a body is kept too', async () => {
    const { id } = (await post('to delete')).body.data;
    const headers = newKey();
    for (let n = 0; n < 2; n += 1)
      expect(await server.org.send('DELETE', `/notes/${id}`, undefined, headers)).toMatchObject({
        status: 204,
        text: '',
      });
    expect((await server.org.send('DELETE', `/notes/${id}`)).status).toBe(404);
  });

  test('200 of a write that found nothing to change is kept too', async () => {
    const { id } = (await post('same')).body.data;
    const headers = newKey();
    const before = await count('same');
    const first = await server.org.send('PATCH', `/notes?ids=${id}`, { text: 'same' }, headers);
    expect(first).toMatchObject({ status: 200, body: { data: [] } });
    expect(await count('same')).toEqual(before);
    // Now it would find something.
    await server.org.send('PATCH', `/notes?ids=${id}`, { text: 'changed' });
    const second = await server.org.send('PATCH', `/notes?ids=${id}`, { text: 'same' }, headers);
    expect(second.text).toBe(first.text);
    expect((await count('changed')).notes).toBe(1);
  });

  test('422 with another body, path or method', async () => {
    const headers = newKey();
    const { id } = (await post('first', headers)).body.data;
    for (const reply of [
      await post('another', headers),
      await post('first', headers, '?x=1'),
      await server.org.send('PATCH', `/notes?ids=${id}`, { text: 'first' }, headers),
      await server.org.send('DELETE', `/notes/${id}`, undefined, headers),
    ]) {
      expect(reply.status).toBe(422);
      expect(reply.body.message).toMatch(/was used with another request/);
    }
  });

  test('400 and 404 are not kept: the next try may do better', async () => {
    const headers = newKey();
    expect((await post('', headers)).status).toBe(400);
    expect((await post('after all', headers)).status).toBe(201);
  });

  test('201 for each token and organization on its own', async () => {
    const headers = newKey();
    const colleague = await server.org.withScopes(['Write Notes']);
    const ids = new Set<string>();
    for (const who of [server.org, colleague, other])
      ids.add((await who.send('POST', '/notes', { text: 'mine' }, headers)).body.data.id);
    expect(ids.size).toBe(3);
  });

  test('201 anew after 24 hours', async () => {
    const headers = newKey();
    const first = await post('yesterday', headers);
    await server.database.rows(sql`
      update idempotency_key set created_at = created_at - interval '24 hours'
      where org_id = ${server.org.orgId} and key = ${headers['idempotency-key']}`);
    const second = await post('yesterday', headers);
    expect(second.status).toBe(201);
    expect(second.body.data.id).not.toBe(first.body.data.id);
    expect((await post('yesterday', headers)).text).toBe(second.text);
  });

  test('400 empty or longer than 255 characters', async () => {
    for (const key of ['', 'x'.repeat(256)]) {
      const reply = await post('key', { 'idempotency-key': key });
      expect(reply).toMatchObject({
        status: 400,
        body: { message: 'Idempotency-Key must have 1 to 255 characters.' },
      });
    }
    expect((await post('key', { 'idempotency-key': 'x'.repeat(255) })).status).toBe(201);
  });
});

describe('dryRun', () => {
  test('201 answers as the write would, and writes nothing', async () => {
    const before = await count('dry');
    const reply = await post('dry', {}, '?dryRun=true');
    expect(reply).toMatchObject({ status: 201, body: { data: { text: 'dry' } } });
    expect(await count('dry')).toEqual(before);
    expect((await post('dry', {}, '?dryRun=false')).status).toBe(201);
    expect(await count('dry')).toEqual({ notes: 1, seq: before.seq + 1 });
  });

  test('404 as the write would', async () => {
    const reply = await server.org.send('DELETE', '/notes/018f0000-0000-7000-8000-000000000000?dryRun=true');
    expect(reply.status).toBe(404);
  });

  test('201 does not use the key up', async () => {
    const headers = newKey();
    expect((await post('later', headers, '?dryRun=true')).status).toBe(201);
    expect((await post('later', headers)).headers.get('idempotent-replayed')).toBeNull();
    expect((await count('later')).notes).toBe(1);
  });

  test('400 anything but true or false', async () => {
    for (const value of ['', '2', 'yes', 'tRUE']) {
      const reply = await post('x', {}, `?dryRun=${value}`);
      expect(reply).toMatchObject({
        status: 400,
        body: {
          message:
            'Invalid value for parameter dryRun: use true or false (or True, TRUE, t, T, 1, False, FALSE, f, F, 0).',
        },
      });
    }
  });
});
