import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeCourse, makeQualificationType } from '../../../test/builders.ts';
import { makeTemplate } from '../../../test/forms.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { systemWriter } from '../../kernel/auth.ts';
import { importRequirements } from './authoring/import.ts';
import { Names, withIds } from './authoring/names.ts';
import { requirementFacts } from './authoring/schema.ts';

// docs/requirements.md says what is so.

let server: TestApp;
let org: TestOrg;
let page: string;
let examples: { name: string }[];
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  page = await readFile(new URL('../../../../docs/requirements.md', import.meta.url), 'utf8');
  examples = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text]) => JSON.parse(text as string));
  for (const name of ['Tankers', 'Hazmat', 'Forklift']) await made(org, '/tags', { name });
  await made(org, '/attributes', { name: 'Shift', entityType: 'driver', attributeType: 'text' });
  await made(org, '/attributes', { name: 'Axles', entityType: 'asset', attributeType: 'number' });
  const field = (label: string, type = 'text') => ({ label, type });
  const types: [name: string, fields: object[], entityType?: string][] = [
    ['Driver License', [field('Class'), field('Endorsements')]],
    ['Hazmat Card', [field('Number')]],
    ['Forklift Operator', [{ ...field('Score', 'number'), numDecimalPlaces: 0 }]],
    ['Vehicle Inspection', [field('Inspector')], 'asset'],
  ];
  for (const [name, fields, entityType = 'worker'] of types)
    await makeQualificationType(org, { name, fields, entityType });
  for (const title of ['Hazardous Materials', 'Winter Driving', 'Forklift Refresher', 'Hours of Service'])
    await makeCourse(org, { title });
  await makeCourse(org, { category: { name: 'Periodic training' } });
  await makeTemplate(org, [field('Walked')], { title: 'Yard walk' });
});
afterAll(() => server.stop());

test('201 every example is a requirement that can be posted and published, and is kept as it stands', async () => {
  expect(examples.length).toBeGreaterThan(7);
  for (const example of examples) {
    const body = (await withIds(new Names(server.database, org.orgId), example)) as object;
    const reply = await org.send('POST', '/requirements', body);
    expect(reply.status, `${example.name}: ${reply.text}`).toBe(201);
    expect(reply.body.data, example.name).toMatchObject(body);
    const published = await org.send('POST', '/requirements/publish', { id: reply.body.data.id });
    expect(published.status, `${example.name}: ${published.text}`).toBe(200);
  }
});

test('the examples are a file that can be imported as it is', async () => {
  const { orgId } = await server.makeOrg();
  const nobody = await importRequirements(server.database, systemWriter(orgId, 'import', true), examples);
  expect(nobody.problems.length).toBeGreaterThan(0);
  const { requirements, problems } = await importRequirements(
    server.database,
    systemWriter(org.orgId, 'import', true),
    examples.map((example) => ({ ...example, publish: true })),
  );
  expect(problems).toEqual([]);
  expect(requirements.map(({ outcome }) => outcome)).toEqual(examples.map(() => 'unchanged'));
});

/** The words that a place of a requirement can have, as the error of a wrong one names them. */
async function wordsAt(fields: object): Promise<string[]> {
  const [example] = examples;
  const body = (await withIds(new Names(server.database, org.orgId), { ...example, ...fields })) as object;
  const { status, body: reply } = await org.send('POST', '/requirements', body);
  const [, words] = /(?:exactly one of|none of|use one of) (.*)\.$/.exec(reply.message) ?? [];
  expect([status, words], `${JSON.stringify(fields)}: ${reply.message}`).toEqual([400, expect.any(String)]);
  return (words as string).split(', ');
}

test('every word of the language is on the page', async () => {
  const typeId = 'name:Driver License';
  const odd = { odd: 1 };
  const places = [
    ...[{}, { attribute: odd }, { holds: odd }, { type: 'odd' }].map((appliesTo) => ({ appliesTo })),
    ...[
      {},
      { course: odd },
      { course: { id: 'name:Winter Driving', revision: 'odd' } },
      { qualification: odd },
      { qualification: { typeId, fields: [odd] } },
      { form: odd },
      { hours: odd },
    ].map((satisfiedBy) => ({ satisfiedBy })),
    ...['odd', {}, { calendar: odd }].map((validity) => ({ validity })),
    ...[{}, { onCourseRevision: odd }, { onOccurrence: odd }].map((each) => ({ refresh: [each] })),
    ...[odd, { days: 1, from: 'odd' }].map((firstDue) => ({ firstDue })),
    { renewal: odd },
    { assign: odd },
    { severity: 'odd' },
  ];
  const words = new Set(Object.keys(requirementFacts));
  for (const place of places) for (const word of await wordsAt(place)) words.add(word);
  expect(words.size).toBeGreaterThan(60);
  const missing = [...words].filter((word) => !new RegExp(`["\`{]${word}["\`]`).test(page));
  expect(missing).toEqual([]);
});
