import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makePeople } from '../../../../../test/builders.ts';
import { handIn, makeSubmission, makeTemplate } from '../../../../../test/forms.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let people: string[];
let tagId: string;
let walk: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  people = await makePeople(server, org, 2);
  await org.send('PATCH', `/fleet/drivers/${people[1]}`, { name: 'Zoë Quill' });
  tagId = (await made(org, '/tags', { name: 'Yard', drivers: people.slice(1) })).id;
  const field = { label: 'Remarks', type: 'text' };
  const inspection = await makeTemplate(org, [field]);
  walk = (await makeTemplate(org, [field], { title: 'Yard walk' })).id;
  const assignedTo = (n: number, dueAtTime: string) => ({
    assignedTo: { id: people[n], type: 'driver' },
    dueAtTime,
  });
  await makeSubmission(org, inspection.id, assignedTo(0, '2030-02-01T00:00:00Z'));
  await makeSubmission(org, walk, assignedTo(1, '2030-01-01T00:00:00Z'));
  const { id } = await makeSubmission(org, walk, {
    title: 'Gate 4',
    ...assignedTo(1, '2030-03-01T00:00:00Z'),
  });
  const handed = await handIn(org, id, []);
  if (handed.status !== 200) throw new Error(handed.text);
});
afterAll(() => server.stop());

const list = async (query = '', headers = {}, as: Pick<TestOrg, 'get'> = org) => {
  const { status, body, text } = await as.get(`/form-submissions/list?${query}`, headers);
  expect(status, text).toBe(200);
  return body;
};
interface Item {
  submission: { status: string };
  formTitle: string;
  personName: string;
}
const told = async (query = ''): Promise<string[]> =>
  (await list(query)).data.map(
    ({ submission, formTitle, personName }: Item) => `${formTitle}, ${personName}: ${submission.status}`,
  );

test('200 the newest first, with names; what is due first', async () => {
  expect(await told()).toEqual([
    'Yard walk, Zoë Quill: completed',
    'Yard walk, Zoë Quill: notStarted',
    'Pre-trip inspection, Person 1: notStarted',
  ]);
  expect((await told('sort=due'))[0]).toBe('Yard walk, Zoë Quill: notStarted');
});

test('200 by a part of a title or of somebody’s name, by form, person, tag and status', async () => {
  expect(await told('search=GATE')).toEqual(['Yard walk, Zoë Quill: completed']);
  expect(await told('search=inspection')).toHaveLength(1);
  expect(await told('search=quill')).toHaveLength(2);
  expect(await told(`formTemplateIds=${walk}&statuses=notStarted`)).toHaveLength(1);
  expect(await told(`personIds=driver-${people[0]}`)).toHaveLength(1);
  expect(await told(`tagIds=${tagId}`)).toHaveLength(2);
  expect(await told('statuses=archived')).toEqual([]);
});

test.each(['newest', 'oldest', 'due', 'changed'])(
  '200 page by page in the order %s, counted',
  async (sort) => {
    const whole = (await list(`sort=${sort}`)).data;
    const first = await list(`sort=${sort}&limit=2`, { prefer: 'count' });
    const second = await list(`sort=${sort}&limit=2&after=${first.pagination.endCursor}`);
    expect(first.count).toBe(3);
    expect([...first.data, ...second.data]).toEqual(whole);
  },
);

test('200 nobody else’s for a token that is limited to tags', async () => {
  const limited = await org.withScopes(['Read Form Submissions'], [tagId]);
  const body = await list('', { prefer: 'count' }, limited);
  expect([body.count, body.data.length]).toEqual([2, 2]);
});

test('400 a status that is none, 404 a form that is not there', async () => {
  expect((await org.get('/form-submissions/list?statuses=good')).status).toBe(400);
  const unknown = `/form-submissions/list?formTemplateIds=${crypto.randomUUID()}`;
  expect((await org.get(unknown)).status).toBe(404);
});
