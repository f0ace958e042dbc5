import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp, type TestOrg } from '../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

test('400 says what is wrong with each field, beside the message', async () => {
  const { status, body } = await org.send('POST', '/occurrences', { type: '', details: {}, color: 'red' });
  expect([status, body]).toEqual([
    400,
    {
      message: 'subjectId is missing',
      requestId: expect.any(String),
      fields: {
        subjectId: 'It is missing.',
        at: 'It is missing.',
        type: 'It is empty.',
        color: 'Remove it or check its spelling.',
      },
    },
  ]);
});

test('400 by a rule of the operation names its field too; a body that is none has no fields', async () => {
  const occurrence = { subjectId: '!', type: 'collision', at: '2026-01-01T00:00:00Z' };
  const ruled = await org.send('POST', '/occurrences', occurrence);
  expect(Object.keys(ruled.body.fields), ruled.text).toEqual(['subjectId']);
  const none = await org.send('POST', '/occurrences', []);
  expect([none.status, none.body.fields]).toEqual([400, undefined]);
});

test('400 names every parameter that there is not', async () => {
  const { status, body } = await org.get('/subjects?serach=ann&limit=5&order=name&names[0]=1');
  expect([status, body.message]).toEqual([
    400,
    'Unknown parameters serach, order, names[0]. Remove them or check their spelling.',
  ]);
  expect(Object.keys(body.fields)).toEqual(['serach', 'order', 'names[0]']);
  const one = await org.get('/waivers?dryRun=true');
  expect(one.body.message).toBe('Unknown parameter dryRun. Remove it or check its spelling.');
});

test('a write may be a dry run, and other dialects pass over what they do not name', async () => {
  const draft = { name: 'Lanes', appliesTo: { type: 'driver' }, satisfiedBy: { hours: { course: {} } } };
  const { status, body } = await org.send('POST', '/requirements?dryRun=true', draft);
  expect(status).toBe(400);
  expect(Object.keys(body.fields)[0]).toMatch(/^satisfiedBy/);
  const vendors = await org.get('/fleet/drivers?serach=ann');
  expect(vendors.status).toBe(200);
  const refused = await org.get('/fleet/drivers?limit=none');
  expect(refused.body).not.toHaveProperty('fields');
});
