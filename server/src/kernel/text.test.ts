import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp, type TestOrg } from '../../test/start-app.ts';
import { sql } from './database/database.ts';
import { composed, folded, unseenIn } from './text.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
});
afterAll(() => server.stop());

let count = 0;
const driver = (more: object) => ({
  name: 'Somebody',
  username: `text.${++count}`,
  password: 'Correct horse 99',
  ...more,
});
const add = (more: object) => org.send('POST', '/fleet/drivers', driver(more));

describe('letters and their marks are one text however they are spelled', () => {
  const [one, two] = ['Jos\u00e9 Nu\u00f1ez', 'Jose\u0301 Nun\u0303ez'];
  test('200 keeps the composed spelling, of fields and of their names', async () => {
    const { body } = await add({
      name: two,
      notes: 'A\u030angstro\u0308m',
      externalIds: { 'cafe\u0301': 'Zoe\u0308' },
    });
    expect(body.data).toMatchObject({
      name: one,
      notes: '\u00c5ngstr\u00f6m',
      externalIds: { 'caf\u00e9': 'Zo\u00eb' },
    });
  });
  test('400 for the same username, license, external id or email in the other spelling', async () => {
    await add({
      username: 'rene\u0301',
      licenseNumber: 'N\u0303 1',
      licenseState: 'CA',
      externalIds: { hr: 'e\u0301' },
    });
    for (const same of [
      { username: 'ren\u00e9' },
      { username: 'REN\u00c9' },
      { licenseNumber: '\u00d1 1', licenseState: 'ca' },
      { externalIds: { hr: '\u00e9' } },
    ])
      expect((await add(same)).status).toBe(400);
  });
  test('200 finds it by either spelling, in a path and in a query', async () => {
    await add({ username: 'found', externalIds: { hr: 'Zu\u0308rich' } });
    for (const spelling of ['Z\u00fcrich', 'Zu\u0308rich'])
      expect(
        (await org.get(`/fleet/drivers/${encodeURIComponent(`hr:${spelling}`)}`)).body.data?.username,
      ).toBe('found');
  });
});

describe('letters of either case are one name, whoever compares', () => {
  test.each([
    [400, '\u0130zmir', 'izmir'],
    [400, 'STRA\u00dfE', 'stra\u00dfe'],
    [400, '\u01c4ep', '\u01c6ep'],
    [400, '\u0410\u041d\u041d\u0410', '\u0430\u043d\u043d\u0430'],
    [400, '\u039f\u0394\u039f\u03a3', '\u03bf\u03b4\u03bf\u03c3'],
    // A final sigma is a letter of its own to PostgreSQL, and a dotless i is one to everybody.
    [200, '\u0391\u0394\u039f\u03a3', '\u03b1\u03b4\u03bf\u03c2'],
    [200, 'ISPARTA', '\u0131sparta'],
  ])('%d for %s beside %s', async (status, upper, lower) => {
    expect((await add({ username: upper })).status).toBe(200);
    expect((await add({ username: lower })).status).toBe(status);
  });
  test('equals what PostgreSQL makes of any text', async () => {
    const texts = fc.sample(fc.string({ unit: 'grapheme', maxLength: 12 }), { numRuns: 2000, seed: 11 });
    const all = [...texts, '\u0130', '\u03a3', 'A\u03a3', '\u1e9e', '\ua7b2', '\u{10400}'].map((text) =>
      text.replaceAll('\0', ''),
    );
    const rows = await server.database.rows(sql`
      select lower(given) from unnest(${all}::text[]) with ordinality as one (given, n) order by n`);
    const differing = all.filter((text, n) => folded(text) !== rows[n]?.[0]);
    expect(differing).toEqual([]);
  });
});

describe('a code is what it looks like', () => {
  const HIDDEN: [name: string, code: string][] = [
    ['U+200B', '\u200bpat'],
    ['U+00AD', 'p\u00adat'],
    ['U+FEFF', 'pat\ufeff'],
    ['U+202E', 'p\u202eat'],
    ['U+2060', 'p\u2060at'],
    ['U+3164', 'p\u3164at'],
    ['U+115F', 'p\u115fat'],
    ['U+00A0', 'p\u00a0at'],
    ['U+2800', 'p\u2800at'],
    ['U+180E', 'p\u180eat'],
    ['U+E0041', 'pat\u{e0041}'],
    ['U+FE0F', 'pat\ufe0f'],
  ];
  test.each(HIDDEN)('400 with %s', async (name, code) => {
    expect(unseenIn(code)).toBe(`it has ${name}, which cannot be seen; leave it out`);
    for (const more of [
      { username: code },
      { licenseNumber: code, licenseState: 'CA' },
      { externalIds: { hr: code } },
      { externalIds: { [code]: 'x' } },
    ])
      expect(await add(more)).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining(name) },
      });
    for (const [path, body] of [
      ['/users', { name: 'U', email: `${code}@example.com`, authType: 'default', roles: [] }],
      ['/fleet/vehicles', { name: 'V', vin: code }],
    ] as const)
      expect((await org.send('POST', path, body)).status).not.toBe(200);
  });
  test.each(HIDDEN)('400 on the weekly10 surface with %s', async (name, code) => {
    for (const [path, body] of [
      ['/training/package/', { api_id: code, name: 'P' }],
      [
        '/directory/user/',
        { api_id: code, first_name: 'A', last_name: 'B', email: `t${++count}@example.com` },
      ],
    ] as const) {
      const reply = await org.send('POST', path, body);
      expect([reply.status, JSON.stringify(reply.body)]).toEqual([
        400,
        expect.stringContaining(`"It has ${name}, which`),
      ]);
    }
  });
  test('400 with a space at an end', async () => {
    for (const code of [' 4001', '4001 ', '4001\t'])
      expect((await add({ externalIds: { hr: code } })).status).toBe(400);
  });
  test('200 with letters of any script, marks, spaces and signs inside', async () => {
    for (const code of [
      'A/12 \u00e9+9',
      '\u0440\u043e\u0441\u0442',
      '\u5317\u4eac-7',
      '\u0e19\u0e49\u0e33',
      '\u0928\u093f',
      '#42',
    ])
      expect((await add({ externalIds: { hr: code }, licenseNumber: code, licenseState: 'X' })).status).toBe(
        200,
      );
  });
  test('200 a name may have what its script needs', async () => {
    const name = '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645';
    expect((await add({ name })).body.data.name).toBe(name);
  });
});

test('composing is idempotent and leaves ASCII alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => composed(composed(text)) === composed(text)),
  );
});
