import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeCourse, makePeople } from '../../../test/builders.ts';
import { client, startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let courses = 0;
let people: string[];
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  people = await makePeople(server, org, 5);
});
afterAll(() => server.stop());

interface Change {
  cursor: string;
  seq: string;
  resource: string;
  id: string;
  operation: string;
  document: Record<string, unknown> | null;
}

async function page(query: string, headers: Record<string, string> = {}, from = org) {
  const { status, body, text } = await from.get(`/changes?${query}`, headers);
  expect(status, text).toBe(200);
  return { changes: body.data as Change[], ...body.pagination } as {
    changes: Change[];
    endCursor: string;
    hasNextPage: boolean;
  };
}

/** Where the ledger ends now. */
async function end(): Promise<string> {
  for (let after = ''; ; ) {
    const { endCursor, hasNextPage } = await page(`limit=1000&after=${after}`);
    if (!hasNextPage) return endCursor;
    after = endCursor;
  }
}

/** Each time another course: whoever has one open gets it once. */
async function assign(ids: readonly string[]): Promise<void> {
  courses += 1;
  const { id } = await makeCourse(org, { title: `Course ${courses}` });
  const { status, text } = await org.send(
    'POST',
    `/training-assignments?courseId=${id}&learnerIds=${ids.join()}&dueAtTime=2030-01-01T00:00:00Z`,
  );
  expect(status, text).toBe(200);
}

test('200 what was done, with what became of it, then that it is gone', async () => {
  const from = await end();
  const { id } = await made(org, '/tags', { name: 'Reno' });
  await org.send('PATCH', `/tags/${id}`, { name: 'Sparks' });
  await org.send('DELETE', `/tags/${id}`);
  const { changes, endCursor, hasNextPage } = await page(`after=${from}`);
  expect(changes.map(({ operation, document }) => [operation, document?.name])).toEqual([
    ['create', 'Reno'],
    ['update', 'Sparks'],
    ['delete', undefined],
  ]);
  expect(changes[0]).toEqual({
    cursor: `${changes[0]?.seq}/tag/${id}`,
    seq: String(Number(from) + 1),
    at: expect.stringMatching(/^20.*Z$/),
    actor: org.actor,
    resource: 'tag',
    id,
    operation: 'create',
    document: expect.objectContaining({ name: 'Reno' }),
  });
  expect([endCursor, hasNextPage]).toEqual([changes[2]?.seq, false]);
  expect(await page(`after=${endCursor}`)).toEqual({ changes: [], endCursor, hasNextPage: false });
});

test('200 from any place: in the middle of an entry, by a cursor, with other parameters than before', async () => {
  const from = await end();
  await assign(people);
  const all = (await page(`after=${from}&resources=trainingAssignment`)).changes;
  expect(all.length).toBe(5);
  expect(new Set(all.map(({ seq }) => seq)).size).toBe(1);
  const found: Change[] = [];
  for (let after = from, more = true; more; ) {
    const next = await page(`after=${encodeURIComponent(after)}&limit=2&resources=trainingAssignment`);
    found.push(...next.changes);
    [after, more] = [next.endCursor, next.hasNextPage];
  }
  expect(found).toEqual(all);
  const third = encodeURIComponent(all[2]?.cursor as string);
  expect((await page(`after=${third}&resources=trainingAssignment`)).changes).toEqual(all.slice(3));
});

test('200 by kind, operation and person; what is left out is passed', async () => {
  const from = await end();
  await assign([people[1] as string]);
  await made(org, '/tags', { name: 'Elko' });
  const head = await end();
  const of = (query: string) => page(`after=${from}&${query}`);
  expect((await of('resources=tag')).changes.map(({ resource }) => resource)).toEqual(['tag']);
  expect(await of('resources=qualificationRecord')).toEqual({
    changes: [],
    endCursor: head,
    hasNextPage: false,
  });
  expect((await of('operations=delete,archive')).changes).toEqual([]);
  expect((await of(`subjectId=${people[1]}`)).changes.map(({ resource }) => resource)).toEqual([
    'trainingAssignment',
  ]);
  expect((await of(`subjectId=${people[2]}`)).changes).toEqual([]);
});

test('200 held until something comes that is asked for', async () => {
  const from = await end();
  const wait = { prefer: 'return=minimal, wait=50' };
  const held = page(`after=${from}&resources=tag`, wait);
  await assign([people[0] as string]);
  const { id } = await made(org, '/tags', { name: 'Waited for' });
  expect((await held).changes).toMatchObject([{ resource: 'tag', id }]);
});

test('200 with nothing once the time is over', async () => {
  const from = await end();
  const { headers, body } = await org.get(`/changes?after=${from}`, { prefer: 'wait=1' });
  expect(headers.get('preference-applied')).toBe('wait=1');
  expect(body).toEqual({ data: [], pagination: { endCursor: from, hasNextPage: false } });
});

test('200 by another process, noticed there too', async () => {
  const from = await end();
  const held = page(`after=${from}`, { prefer: 'wait=60' });
  const other = client(await server.another(), org.token);
  await other.send('POST', '/tags', { name: 'By another' });
  expect((await held).changes).toMatchObject([{ document: { name: 'By another' } }]);
});

/** Reads server-sent events until `enough` of them, and hangs up. */
async function live(headers: Record<string, string>, query: string, enough: (ids: string[]) => boolean) {
  const controller = new AbortController();
  const reply = await fetch(`${server.url}/changes?${query}`, {
    headers: { authorization: `Bearer ${org.token}`, accept: 'text/event-stream', ...headers },
    signal: controller.signal,
  });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('text/event-stream'),
  ]);
  const events: Change[] = [];
  let [text, lastId] = ['', ''];
  for await (const piece of reply.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(piece);
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      lastId = /^id: (.*)$/m.exec(block)?.[1] ?? lastId;
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data) events.push(JSON.parse(data));
    }
    if (enough(events.map(({ id }) => id))) break;
  }
  controller.abort();
  return { events, lastId };
}

test('200 live: what there is, then what comes, then on from where it was cut', async () => {
  const from = await end();
  const first = (await made(org, '/tags', { name: 'One' })).id;
  const following = live({}, `after=${from}&resources=tag`, (ids) => ids.length === 2);
  await sleep(50);
  const second = (await made(org, '/tags', { name: 'Two' })).id;
  const { events, lastId } = await following;
  expect(events.map(({ id }) => id)).toEqual([first, second]);
  const third = (await made(org, '/tags', { name: 'Three' })).id;
  // The address is still the first one; the header wins, as browsers send it.
  const again = await live(
    { 'last-event-id': lastId },
    `after=${from}&resources=tag`,
    (ids) => ids.length === 1,
  );
  expect(again.events.map(({ id }) => id)).toEqual([third]);
});

test('200 objects as they were at any moment, those that are deleted by now too', async () => {
  const before = new Date().toISOString();
  const { id } = await made(org, '/tags', { name: 'Was' });
  const made1 = (await org.get(`/changes/objects?resource=tag&ids=${id}`)).body.data[0];
  await org.send('PATCH', `/tags/${id}`, { name: 'Is' });
  const made2 = (await org.get(`/changes/objects?resource=tag&ids=${id}`)).body.data[0];
  await org.send('DELETE', `/tags/${id}`);
  const at = async (moment: string, ids = id) => {
    const { status, body, text } = await org.get(`/changes/objects?resource=tag&ids=${ids}&at=${moment}`);
    expect(status, text).toBe(200);
    return body.data;
  };
  expect(made1).toMatchObject({ id, operation: 'create', document: { name: 'Was' } });
  expect(made2).toMatchObject({ id, operation: 'update', actor: org.actor, document: { name: 'Is' } });
  expect(await at(made1.at)).toEqual([made1]);
  expect(await at(made2.at, `1,${id}`)).toEqual([made2]);
  expect(await at(before)).toEqual([]);
  expect((await org.get(`/changes/objects?resource=tag&ids=${id}`)).body.data).toEqual([]);
  expect((await org.get(`/changes/objects?resource=boat&ids=${id}`)).status).toBe(400);
});

test('400 names what cannot be read', async () => {
  for (const [query, field] of [
    ['after=yesterday', 'after'],
    ['after=12/tag', 'after'],
    ['after=12/tag/%25', 'after'],
    ['after=-1', 'after'],
    ['resources=boat', 'resources'],
    ['limit=1001', 'limit'],
    ['subject=1', 'subject'],
  ] as const) {
    const { status, body, text } = await org.get(`/changes?${query}`);
    expect([query, status], text).toEqual([query, 400]);
    expect(JSON.stringify(body), query).toContain(field);
  }
  const { status, text } = await org.get('/changes', { accept: 'text/event-stream', 'last-event-id': 'x y' });
  expect([status, text]).toEqual([400, expect.stringContaining('Last-Event-ID')]);
});

test('403 for what the token may not read, and for whoever is limited to tags', async () => {
  const narrow = await org.withScopes(['Read Ledger', 'Read Tags']);
  expect((await narrow.get('/changes?resources=trainingAssignment')).text).toContain('Read Training');
  const { body } = await narrow.get('/changes');
  expect(new Set(body.data.map(({ resource }: Change) => resource))).toEqual(new Set(['tag']));
  const { id } = await made(org, '/tags', { name: 'Own' });
  const limited = await org.withScopes(['Full Access'], [id]);
  expect((await limited.get('/changes')).status).toBe(403);
  expect((await limited.get(`/changes/objects?resource=tag&ids=${id}`)).status).toBe(403);
  expect((await narrow.get(`/changes/objects?resource=driver&ids=1`)).status).toBe(403);
});

test('whoever follows, cut off at any place, has the same as whoever reads it all', async () => {
  const kinds = 'resources=tag,trainingAssignment,driver';
  const apply = (copy: Map<string, unknown>, changes: readonly Change[]): void => {
    for (const { resource, id, operation, document } of changes)
      if (operation === 'delete') copy.delete(`${resource} ${id}`);
      else copy.set(`${resource} ${id}`, document);
  };
  const step = fc.oneof(
    fc.constant('assign' as const),
    fc.constant('tag' as const),
    fc.constant('untag' as const),
    fc.constant('read' as const),
    // Cut off after some changes of a page: what came after is asked for again.
    fc.nat(3).map((kept) => ({ kept })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const copy = new Map<string, unknown>();
      const tags: string[] = [];
      let after = '0';
      for (const one of steps) {
        if (one === 'assign') await assign(people.slice(0, 3));
        else if (one === 'tag')
          tags.push((await made(org, '/tags', { name: `T ${tags.length} ${after}` })).id);
        else if (one === 'untag' && tags.length > 0) await org.send('DELETE', `/tags/${tags.pop()}`);
        else if (one === 'read' || typeof one === 'object') {
          const { changes, endCursor } = await page(`after=${encodeURIComponent(after)}&limit=4&${kinds}`);
          const kept = typeof one === 'object' ? changes.slice(0, one.kept) : changes;
          apply(copy, kept);
          after = typeof one === 'object' ? (kept.at(-1)?.cursor ?? after) : endCursor;
        }
      }
      for (const id of tags) await org.send('DELETE', `/tags/${id}`);
      for (let more = true; more; ) {
        const next = await page(`after=${encodeURIComponent(after)}&limit=1000&${kinds}`);
        apply(copy, next.changes);
        [after, more] = [next.endCursor, next.hasNextPage];
      }
      const whole = new Map<string, unknown>();
      for (let [from, more] = ['', true] as [string, boolean]; more; ) {
        const next = await page(`after=${from}&limit=1000`);
        apply(
          whole,
          next.changes.filter(({ resource }) => kinds.includes(resource)),
        );
        [from, more] = [encodeURIComponent(next.endCursor), next.hasNextPage];
      }
      expect(Object.fromEntries(copy)).toEqual(Object.fromEntries(whole));
    }),
    { numRuns: 8, endOnFailure: true },
  );
});
