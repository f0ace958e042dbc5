import { afterAll, beforeAll, expect, test } from 'vitest';
import { runFollowers } from '../../../../test/jobs.ts';
import { Random } from '../../../../test/replica/random.ts';
import { act, makeThings, randomRule } from '../../../../test/requirements-world.ts';
import { type Client, startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

// Whatever has happened, a token that is limited to a tag is told of those inside alone: each count is theirs, and
// nobody else's id or name is anywhere in a reply.

const SEED = Number(process.env.LIMITED_SEED ?? 3);

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

interface Row {
  requirementId: string;
  subject: { id: string };
  status: string;
  isOverdue: boolean;
}

const EVERY = 'statuses=notNeeded,waived,missing,current,expiring,expired';

async function read(by: Client, path: string, headers?: Record<string, string>) {
  const reply = await by.send('GET', path, undefined, headers);
  expect(reply.status, `${path}: ${reply.text}`).toBe(200);
  return reply;
}

/** All pages of a list. */
async function every(by: Client, path: string) {
  const rows = [];
  for (let after = ''; ; ) {
    const { body } = await read(by, `${path}&after=${after}`);
    rows.push(...body.data);
    after = body.pagination.endCursor;
    if (!body.pagination.hasNextPage) return rows;
  }
}

test('200 a token limited to tags counts, names and simulates nobody outside', async () => {
  const random = new Random(SEED);
  const all = await makeThings(server, org);
  for (let n = 0; n < all.people.length; n += 1)
    await org.send('PATCH', `/fleet/drivers/${all.people[n]}`, { name: `Unmistakable ${n}` });
  const limited = await org.withScopes(['Read Requirements', 'Read Drivers'], [all.tags[1] as string]);
  let inside = 0;
  for (let round = 0; round < 8; round += 1) {
    for (let step = 0; step < 30; step += 1) await act(random, [org], org, all);
    await runFollowers(server);
    const seen = new Set<string>();
    for (const state of ['active', 'deactivated'])
      for (const { id } of await every(limited, `/fleet/drivers?limit=512&driverActivationStatus=${state}`))
        seen.add(id);
    const outside = all.people.filter((id) => !seen.has(id));
    inside += seen.size;
    const told: string[] = [];
    const look = async (path: string, headers?: Record<string, string>) => {
      const reply = await read(limited, path, headers);
      told.push(reply.text);
      return reply.body;
    };
    const rows = (await every(org, `/requirement-statuses?${EVERY}&limit=512`)) as Row[];
    const own = rows.filter(({ subject }) => seen.has(subject.id));
    expect(await every(limited, `/requirement-statuses?${EVERY}&limit=5`), 'the list').toEqual(own);

    const needed = own.filter(({ status }) => status !== 'notNeeded');
    const list = await look('/requirement-statuses', { prefer: 'count' });
    for (const [status, count] of Object.entries(list.counts as Record<string, number>))
      expect(count, status).toBe(
        needed.filter((row) => (status === 'overdue' ? row.isOverdue : row.status === status)).length,
      );
    const { data: readiness } = await look('/readiness');
    expect(readiness.overdue, 'readiness').toBe(needed.filter(({ isOverdue }) => isOverdue).length);
    expect(readiness.needed, 'readiness').toBe(needed.length);
    const { data: matrix } = await look('/requirement-statuses/matrix?limit=512');
    expect(
      matrix.subjects.every(({ id }: { id: string }) => seen.has(id)),
      'the matrix',
    ).toBe(true);
    await look('/attention');
    await look('/requirement-statuses/stream?startTime=2020-01-01T00:00:00Z');
    await look('/waivers?limit=100');
    await look('/occurrences?limit=100');
    await look('/eligibility/overrides?limit=100');
    const draft = { name: 'Draft', ...randomRule(random, all) };
    const { text, body } = await limited.send('POST', '/requirements/simulate', draft);
    told.push(text);
    expect(body.data.subjects, 'the simulation').toBe(seen.size);
    for (const id of outside) {
      expect((await limited.get(`/requirement-statuses?subjectIds=${id}`)).status).toBe(404);
      expect((await limited.send('POST', '/eligibility/check', { subjectIds: [id] })).status).toBe(404);
      const name = `Unmistakable ${all.people.indexOf(id)}`;
      for (const each of told) expect(each.includes(`"${id}"`) || each.includes(name), each).toBe(false);
    }
  }
  expect(inside).toBeGreaterThan(8);
});
