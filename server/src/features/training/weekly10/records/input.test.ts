import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeCourse, makePeople } from '../../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../../test/start-app.ts';

// How this dialect's bodies may be written: times, forms, nulls, numbers, and all that is wrong with them at once.

let server: TestApp;
let org: TestOrg;
let person_api_id: string;
let package_api_id: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  await org.send('POST', '/directory/user/', { api_id: '4841', email: 'a@example.com', first_name: 'Ann' });
});
afterAll(() => server.stop());
beforeEach(async () => {
  person_api_id = `driver-${(await makePeople(server, org, 1))[0]}`;
  package_api_id = (await makeCourse(org)).id;
});

const post = (fields: object = {}) =>
  org.send('POST', '/training/record/', { person_api_id, package_api_id, ...fields });
/** Sends text as it is. */
const raw = async (method: string, path: string, body: string | FormData, type?: string) => {
  const headers = { authorization: `Bearer ${org.token}`, ...(type ? { 'content-type': type } : {}) };
  const sent = typeof body === 'string' ? Buffer.from(body) : body;
  const response = await fetch(server.url + path, { method, body: sent, headers });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  return { status: response.status, body: (await response.json()) as any };
};
const FORM = 'application/x-www-form-urlencoded';

describe('times', () => {
  test.each([
    ['2026-10-05', '2026-10-05T00:00:00Z'],
    ['20261005', '2026-10-05T00:00:00Z'],
    ['2026-10-05T10Z', '2026-10-05T10:00:00Z'],
    ['2026-10-05T10:00Z', '2026-10-05T10:00:00Z'],
    ['2026-10-05T10:00', '2026-10-05T10:00:00Z'],
    ['2026-10-05 10:00', '2026-10-05T10:00:00Z'],
    ['2026-10-05 10:00:00', '2026-10-05T10:00:00Z'],
    ['2026-10-05t10:00:00z', '2026-10-05T10:00:00Z'],
    ['2026-10-05T10:00:00+0200', '2026-10-05T08:00:00Z'],
    ['2026-10-05T10:00:00+02', '2026-10-05T08:00:00Z'],
    ['2026-10-05T10:00:00-0330', '2026-10-05T13:30:00Z'],
    ['2026-10-05 10:00:00 +02:00', '2026-10-05T08:00:00Z'],
    ['2026-10-05 10:00:00+00:00', '2026-10-05T10:00:00Z'],
    ['2026-10-05T10:00:00 02:00', '2026-10-05T08:00:00Z'],
    ['20261005T100000Z', '2026-10-05T10:00:00Z'],
    ['20261005T1000', '2026-10-05T10:00:00Z'],
    ['20261005T100000+0530', '2026-10-05T04:30:00Z'],
    ['2026-10-05T10:00:00,5Z', '2026-10-05T10:00:00.500Z'],
    ['2026-10-05T10:00:00.9999999999999Z', '2026-10-05T10:00:00.999Z'],
    ['2026-12-31T23:59:59.999999', '2026-12-31T23:59:59.999Z'],
    ['2026-10-05T10:00:00.123456+02:00', '2026-10-05T08:00:00.123Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
  ])('201 %s', async (date_completed, time) => {
    const { status, body } = await post({ date_completed });
    expect([status, body.date_completed, body.date_started]).toEqual([201, time, time]);
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-10-05T24:30',
    '2026-10-05T10:60',
    '2026-10-05T10:00:60Z',
    '2026-10-05T10:00:00+25:00',
    '0000-01-01',
    '2026-10',
    '2026',
    '26-10-05',
    '05/10/2026',
    '2026-10-05T',
    '2026-10-05T10:00:00.Z',
    '2026-10-05T10:00:00CET',
    '1759658400',
    'today',
  ])('400 %s', async (date_started) => {
    const { status, body } = await post({ date_started });
    expect([status, Object.keys(body)]).toEqual([400, ['date_started']]);
    expect(body.date_started[0]).toContain(date_started);
  });
});

describe('a field that is not specified', () => {
  test('201 null is an absent api_id, and null dates are none', async () => {
    const { status, body } = await post({ api_id: null, date_started: null, date_completed: null });
    expect(status).toBe(201);
    expect(body).toMatchObject({ api_id: expect.stringMatching(/^[0-9a-f-]{36}$/), date_started: null });
  });
  test('200 null leaves what cannot be empty, and takes away a date', async () => {
    const { body: made } = await post({ api_id: `own ${person_api_id}`, date_started: '2026-10-05' });
    const path = `/training/record/${encodeURIComponent(made.api_id)}/`;
    const nulls = { api_id: null, person_api_id: null, package_api_id: null };
    expect((await org.send('PATCH', path, nulls)).body).toEqual(made);
    expect((await org.send('PATCH', path, { date_started: null })).body.date_started).toBeNull();
    const put = await org.send('PUT', path, { ...made, api_id: null, date_started: null });
    expect([put.status, put.body.api_id]).toEqual([200, made.api_id]);
  });
  test('400 null for what is required', async () => {
    const { status, body } = await post({ person_api_id: null, package_api_id: null });
    const required = ['This field is required.'];
    expect([status, body]).toEqual([400, { person_api_id: required, package_api_id: required }]);
  });
  test('201 packages and people too', async () => {
    const pack = await org.send('POST', '/training/package/', { api_id: null, name: 'N', is_active: null });
    expect(pack).toMatchObject({ status: 201, body: { is_active: true } });
    const email = `${pack.body.api_id}@example.com`;
    const who = { api_id: null, email, first_name: 'B', last_name: null, is_active: null };
    expect(await org.send('POST', '/directory/user/', who)).toMatchObject({
      status: 201,
      body: { last_name: '', is_active: true },
    });
  });
});

describe('numbers for ids', () => {
  test('201 by their digits', async () => {
    const { status, body } = await post({ api_id: 90210, person_api_id: 4841 });
    expect([status, body.api_id, body.person_api_id]).toEqual([201, '90210', '4841']);
    const again = await org.send('PATCH', '/training/record/90210/', { api_id: 90211 });
    expect(again.body.api_id).toBe('90211');
    expect((await org.get('/training/record/90211/')).status).toBe(200);
    const email = 'boss@example.com';
    const made = await org.send('POST', '/directory/user/', {
      api_id: 7,
      email,
      first_name: 'C',
      manager_api_id: 4841,
    });
    expect(made.body).toMatchObject({ api_id: '7', manager_api_id: '4841' });
  });
  test.each([1.5, 2 ** 53, 1e300, true, [4841], { id: 4841 }])(
    '400 %j, which has no digits of its own',
    async (api_id) => {
      expect(await post({ api_id })).toMatchObject({
        status: 400,
        body: { api_id: ['It must be a string.'] },
      });
    },
  );
});

describe('a form', () => {
  const fields = () => ({
    person_api_id,
    package_api_id,
    date_started: '2026-10-05T10:00:00+02:00',
    note: 'ignored',
  });
  test('201 urlencoded, with an empty box and a plus sign as it is', async () => {
    const encoded = new URLSearchParams({ ...fields(), api_id: '', date_completed: '' }).toString();
    for (const body of [encoded, encoded.replace('%2B', '+')]) {
      person_api_id = `driver-${(await makePeople(server, org, 1))[0]}`;
      const form = new URLSearchParams(body);
      form.set('person_api_id', person_api_id);
      const text = body === encoded ? form.toString() : form.toString().replace('%2B', '+');
      const reply = await raw('POST', '/training/record/', text.replace('api_id=&', ''), FORM);
      expect([reply.status, reply.body.date_started]).toEqual([201, '2026-10-05T08:00:00Z']);
      expect(reply.body.date_completed).toBeNull();
    }
  });
  test('201 multipart', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields(), api_id: 'Prüfung 1' }))
      form.append(name, value);
    const reply = await raw('POST', '/training/record/', form);
    expect(reply).toMatchObject({
      status: 201,
      body: { api_id: 'Prüfung 1', date_started: '2026-10-05T08:00:00Z' },
    });
  });
  test('200 PUT and PATCH, and a JSON body called a form is JSON', async () => {
    const { body: made } = await post();
    const path = `/training/record/${made.api_id}/`;
    const patched = await raw('PATCH', path, 'date_completed=2026-10-06', FORM);
    expect([patched.status, patched.body.date_completed]).toEqual([200, '2026-10-06T00:00:00Z']);
    expect((await raw('PATCH', path, 'date_completed=', FORM)).body.date_completed).toBeNull();
    const put = await raw(
      'PUT',
      path,
      new URLSearchParams({ person_api_id, package_api_id }).toString(),
      FORM,
    );
    expect([put.status, put.body.date_started]).toEqual([200, null]);
    expect((await raw('PATCH', path, ' {"api_id":"json"}', FORM)).body.api_id).toBe('json');
  });
  test.each([
    ['true', true],
    ['True', true],
    ['on', true],
    ['1', true],
    ['false', false],
    ['off', false],
    ['0', false],
  ])('201 a box that says %s', async (is_active, active) => {
    const reply = await raw('POST', '/training/package/', `name=Box&is_active=${is_active}`, FORM);
    expect([reply.status, reply.body.is_active]).toEqual([201, active]);
  });
  test.each([
    ['name=a&name=b', { name: ['It is sent more than once.'] }],
    ['name=%zz', { detail: 'The form has a broken percent-encoding.' }],
    ['name=%FF', { detail: 'The form has a broken percent-encoding.' }],
    ['name=%00', { name: ['It contains a NUL byte.'] }],
    ['name=', { name: ['It is empty.'] }],
    ['name=a&is_active=perhaps', { is_active: ['It must be a boolean.'] }],
    ['nmae=a', { name: ['This field is required.'] }],
  ])('400 %s', async (form, body) => {
    expect(await raw('POST', '/training/package/', form, FORM)).toEqual({ status: 400, body });
  });
  test('400 a file, a broken multipart body, and a form where only JSON is taken', async () => {
    const form = new FormData();
    form.append('name', new Blob(['x']), 'x.txt');
    const file = await raw('POST', '/training/package/', form);
    expect(file).toEqual({ status: 400, body: { name: ['It is a file; send its text.'] } });
    const broken = await raw('POST', '/training/package/', 'nothing', 'multipart/form-data; boundary=x');
    expect(broken).toEqual({ status: 400, body: { detail: 'The multipart body is broken.' } });
    expect((await raw('POST', '/tags', 'name=North', FORM)).body.message).toMatch(
      /^The body is not valid JSON/,
    );
  });
});

describe('everything that is wrong is told at once', () => {
  test('400 by schema, by time, by what is there', async () => {
    await post({ api_id: 'taken' });
    const reply = await post({
      api_id: 'taken',
      person_api_id: 'nobody',
      package_api_id: '',
      date_started: 'x',
      date_completed: 5,
    });
    expect(reply).toMatchObject({
      status: 400,
      body: {
        api_id: ['Another record has the api_id "taken" already.'],
        person_api_id: ['There is no person "nobody".'],
        package_api_id: ['It is empty.'],
        date_started: [expect.stringMatching(/^"x" is not an ISO 8601 time/)],
        date_completed: ['It must be a string or null.'],
      },
    });
    expect(Object.keys(reply.body)).toHaveLength(5);
  });
  test('400 of a change and of a replacement, and nothing is written', async () => {
    const { body: made } = await post({ date_completed: '2026-10-05' });
    const path = `/training/record/${made.api_id}/`;
    const wrong = { api_id: ' ', person_api_id: 'nobody', date_started: '2026-10-06', date_completed: false };
    for (const method of ['PATCH', 'PUT']) {
      const reply = await org.send(method, path, wrong);
      expect(reply).toMatchObject({
        status: 400,
        body: {
          api_id: ['It is empty.'],
          person_api_id: ['There is no person "nobody".'],
          date_completed: ['It must be a string or null.'],
          ...(method === 'PUT' ? { package_api_id: ['This field is required.'] } : {}),
        },
      });
    }
    expect((await org.get(path)).body).toEqual(made);
    expect((await org.send('PATCH', '/training/record/none/', wrong)).status).toBe(404);
  });
  test('400 of packages and people', async () => {
    await org.send('POST', '/training/package/', { api_id: 'P', name: 'P' });
    const pack = await org.send('POST', '/training/package/', { api_id: 'P', name: 5, is_active: 'maybe' });
    expect(pack.body).toEqual({
      api_id: ['Another package has the api_id "P" already.'],
      name: ['It must be a string.'],
      is_active: ['It must be a boolean.'],
    });
    const who = {
      api_id: '4841',
      email: 'a@example.com',
      first_name: ' ',
      manager_api_id: 'nobody',
      job_title: 5,
    };
    const person = await org.send('POST', '/directory/user/', who);
    expect(person.body).toEqual({
      api_id: ['Another person has the api_id "4841" already.'],
      email: ['"a@example.com" is taken.'],
      first_name: ['It is empty.'],
      manager_api_id: ['There is no person "nobody".'],
      job_title: ['It must be a string or null.'],
    });
    expect((await org.send('POST', '/directory/user/', {})).body).toEqual({
      email: ['This field is required.'],
      first_name: ['This field is required.'],
    });
  });
  test.each([
    ['/training/record/', { api_id: '' }],
    ['/training/package/', { api_id: '', name: '' }],
    ['/training/package/', { api_id: '\t', name: '  ' }],
    ['/directory/user/', { api_id: ' ', first_name: '', email: '' }],
  ])('400 %s %j says no expression, and nothing twice', async (path, body) => {
    const reply = await org.send('POST', path, body);
    expect(reply.status).toBe(400);
    expect(reply.text).not.toMatch(/pattern|\\\\S/i);
    for (const told of Object.values(reply.body) as string[][]) expect(new Set(told).size).toBe(told.length);
    expect(reply.body.api_id).toEqual(['It is empty.']);
  });
});
