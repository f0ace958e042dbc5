import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePeople, makeQualificationType } from '../../../../test/builders.ts';
import { pdf } from '../../../../test/pictures.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';

let server: TestApp;
let driver: string;
let type: Awaited<ReturnType<typeof makeQualificationType>>;
beforeAll(async () => {
  server = await startApp();
  [driver] = (await makePeople(server, server.org, 1)) as [string];
  const column = { label: 'Amount', type: 'number' };
  type = await makeQualificationType(server.org, {
    fields: [
      { label: 'Count', type: 'number', numDecimalPlaces: 1 },
      { label: 'Class', type: 'multiple_choice', options: [{ label: 'A' }] },
      { label: 'Kinds', type: 'check_boxes', options: [{ label: 'B' }] },
      { label: 'Day', type: 'datetime' },
      { label: 'Costs', type: 'table', columns: [column] },
      { label: 'Scan', type: 'media' },
      { label: 'Signed', type: 'signature' },
    ],
  });
});
afterAll(() => server.stop());

const post = (fields: unknown[]) =>
  server.org.send('POST', '/qualification-records', {
    qualificationType: { id: type.id },
    owner: { entityType: 'worker', id: driver },
    issueDate: '2026-01-01T00:00:00Z',
    fields,
  });

const script = Buffer.from('<script>alert(1)</script>').toString('base64');
const file = (base64Payload: string) => ({ base64Payload, mediaType: 'image/png' });
const media = (base64Payload: string) => ({ mediaValue: { mediaList: [file(base64Payload)] } });
const elsewhere = '0191d1b8-0000-7000-8000-000000000001';
const row = (cells: unknown[]) => ({ tableValue: { rows: [{ id: elsewhere, cells }] } });

describe('a value that is wrong', () => {
  const wrong: [string, string, object | (() => object)][] = [
    ['text in a number', 'Count', { numberValue: { value: 'many' } }],
    ['the value of another type', 'Count', { textValue: { value: 'many' } }],
    ['more decimal places than allowed', 'Count', { numberValue: { value: 1.25 } }],
    ['an option that is not of the field', 'Class', { multipleChoiceValue: { valueId: elsewhere } }],
    [
      'an option of another field',
      'Kinds',
      () => ({ checkBoxesValue: { valueIds: [type.fields[1]?.options?.[0]?.id] } }),
    ],
    ['a time that is none', 'Day', { dateTimeValue: { value: '2026-02-30T00:00:00Z' } }],
    ['a cell in a column that the table has not', 'Costs', row([{ id: elsewhere, type: 'number' }])],
    [
      'text in a column of numbers',
      'Costs',
      () => row([{ id: type.fields[4]?.columns?.[0]?.id, type: 'text', textValue: { value: '1' } }]),
    ],
    ['base64 that is not', 'Scan', media('%%%')],
    ['an image that is a script', 'Scan', media(script)],
    ['a signature that is a document', 'Signed', { signatureValue: { media: file(pdf.toString('base64')) } }],
  ];
  test.each(wrong)('400 for %s, naming the field “%s” by label and id', async (_what, label, value) => {
    const { id, type: kind } = type.fields.find((field) => field.label === label) as (typeof type.fields)[0];
    const reply = await post([{ id, type: kind, ...(typeof value === 'function' ? value() : value) }]);
    expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining(`"${label}"`) } });
    expect(reply.body.message).toContain(id);
  });
  test('400 for a field that the type has not, and for one named twice', async () => {
    const [count] = type.fields;
    expect((await post([{ id: elsewhere, type: 'text' }])).body.message).toContain(elsewhere);
    const twice = { id: count?.id, type: 'number', numberValue: { value: 1 } };
    expect((await post([twice, twice])).body.message).toContain('twice');
  });
});

describe('bodies that are too large', () => {
  const scan = (base64Payload: string) => [
    { id: type.fields[5]?.id, type: 'media', ...media(base64Payload) },
  ];
  test('413 for a file of more than 10 MiB, naming its field', async () => {
    const reply = await post(scan('A'.repeat(14 * 1024 * 1024)));
    expect(reply).toMatchObject({ status: 413, body: { message: expect.stringContaining('"Scan"') } });
  });
  test('413 for a record whose values are too large together', async () => {
    const wide = await makeQualificationType(server.org, {
      fields: Array.from({ length: 60 }, (_, n) => ({ label: `Text ${n}`, type: 'text' })),
    });
    const reply = await server.org.send('POST', '/qualification-records', {
      qualificationType: { id: wide.id },
      owner: { entityType: 'worker', id: driver },
      issueDate: '2026-01-01T00:00:00Z',
      fields: wide.fields.map(({ id }) => ({ id, type: 'text', textValue: { value: 'x'.repeat(9000) } })),
    });
    expect(reply).toMatchObject({ status: 413, body: { message: expect.stringContaining('fields') } });
  });
  test('413 for a body of more than 32 MiB', async () => {
    expect((await post(scan('A'.repeat(33 * 1024 * 1024)))).status).toBe(413);
  });
});

test('400 and 404 leave no file behind, and neither does a dry run', async () => {
  const files = async () =>
    (await readdir(server.blobFolder, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    ).length;
  const [count, , , , , scan] = type.fields as { id: string }[];
  const good = { id: scan?.id, type: 'media', ...media(pdf.toString('base64')) };
  const before = await files();
  expect((await post([good, { id: count?.id, type: 'number', numberValue: { value: 'x' } }])).status).toBe(
    400,
  );
  const dry = await server.org.send('POST', '/qualification-records?dryRun=true', {
    qualificationType: { id: type.id },
    owner: { entityType: 'worker', id: driver },
    issueDate: '2026-01-01T00:00:00Z',
    fields: [good],
  });
  expect(dry.status).toBe(201);
  expect(await files()).toBe(before);
  expect((await post([good])).status).toBe(201);
  expect(await files()).toBe(before + 1);
});

test('201 once for a repeated Idempotency-Key, the papers too', async () => {
  const scan = { id: type.fields[5]?.id, type: 'media', ...media(pdf.toString('base64')) };
  const send = () =>
    server.org.send(
      'POST',
      '/qualification-records',
      {
        qualificationType: { id: type.id },
        owner: { entityType: 'worker', id: driver },
        issueDate: '2026-01-01T00:00:00Z',
        fields: [scan],
      },
      { 'idempotency-key': 'one' },
    );
  const [first, second] = [await send(), await send()];
  expect(first.status).toBe(201);
  expect(second.body).toEqual(first.body);
});
