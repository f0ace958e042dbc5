import { afterAll, beforeAll, expect, test } from 'vitest';
import { runFollowers } from '../../../test/jobs.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { DEMO_SIZE, seedFleet } from './seed.ts';

let server: TestApp;
let org: TestOrg;
let advanced = 0;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  const writer = { orgId: org.orgId, tagIds: null, actor: org.actor, requestId: 'demo' };
  const progress = {
    advance(count: number) {
      advanced += count;
    },
    done() {},
  };
  await seedFleet(server.services, writer, new Date(), progress);
  // The first cards run out a second after the requirements are there.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await runFollowers(server);
}, 900_000);
afterAll(() => server.stop(), 120_000);

const counted = async (query: string): Promise<Record<string, number>> => {
  const path = `/requirement-statuses?limit=1&statuses=notNeeded,waived,missing,current,expiring,expired&${query}`;
  const { status, body } = await org.get(path, { prefer: 'count' });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.counts;
};

test('the demo fleet is as large as its progress bar says', () => {
  expect(advanced).toBe(DEMO_SIZE);
});

test('the demo fleet has twelve requirements, and every status and flag occurs', async () => {
  const { data } = (await org.get('/requirements')).body;
  expect(data.length).toBe(12);
  const counts = await counted('');
  for (const status of ['notNeeded', 'waived', 'missing', 'current', 'expiring', 'expired', 'overdue'])
    expect(counts[status], status).toBeGreaterThan(0);
  const overdue = await counted('isOverdue=true');
  expect(overdue.missing).toBeGreaterThan(0);
  expect(overdue.expired).toBeGreaterThan(0);
  for (const { id, name } of data) {
    const { met, open } = await shares(id);
    expect([met > 0, open > 0], name).toEqual(
      name === 'Coaching after two violations' ? [false, true] : [true, true],
    );
  }
  const { data: statuses } = (await org.get('/requirement-statuses?statuses=missing')).body;
  expect(statuses.some(({ isInHand }: { isInHand: boolean }) => isInHand)).toBe(true);
});

async function shares(id: string): Promise<{ met: number; open: number }> {
  const { current = 0, expiring = 0, missing = 0, expired = 0 } = await counted(`requirementIds=${id}`);
  return { met: current + expiring, open: missing + expired };
}

test('the demo fleet says why people who did the old course are current for a while', async () => {
  const { data } = (await org.get('/requirements')).body;
  const { id } = data.find(({ name }: { name: string }) => name === 'Hours of service');
  const [status] = (await org.get(`/requirement-statuses?requirementIds=${id}&statuses=current`)).body.data;
  const query = `subjectId=${status.subject.id}&requirementId=${id}`;
  const { because } = (await org.get(`/requirement-statuses/explain?${query}`)).body.data;
  const said = because.map(({ text }: { text: string }) => text).join('\n');
  expect(said).toContain('"Hours of Service" has a new revision since');
});
