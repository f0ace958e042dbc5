import { type SamsaraClient, SamsaraError } from '@samsarahq/samsara';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, samsara } from './clients.ts';
import { checked } from './contract.ts';

const RUN = Date.now().toString(36);
const startedAt = new Date().toISOString();
/** The smallest PNG: one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = { base64Payload: PIXEL, mediaType: 'image/png' };

interface Field {
  id: string;
  type: 'number' | 'text' | 'multiple_choice' | 'check_boxes' | 'datetime' | 'table' | 'media' | 'signature';
  options?: { id: string }[];
  columns?: { id: string; type: 'text' | 'number' }[];
}

let client: SamsaraClient['betaApIs'];
let typeId: string;
let fields: Field[];
let driverId: string;
let recordId: string;
beforeAll(async () => {
  const all = samsara();
  client = all.betaApIs;
  const driver = await all.drivers.create({
    name: 'Hana Novak',
    username: `hana-${RUN}`,
    password: 'correct horse 9',
    externalIds: { badge: RUN },
  });
  driverId = driver.data?.id as string;
});

/** Follows the stream by its cursors until it has nothing new. */
async function readStream(request: {
  includeDeleted?: boolean;
  includeExternalIds?: boolean;
  endTime?: string;
}) {
  const items = [];
  let after: string | undefined;
  for (;;) {
    const page = await client.getQualificationRecordsStream({
      entityType: 'worker',
      startTime: startedAt,
      qualificationTypeIds: [typeId],
      ownerIds: [driverId],
      ...request,
      after,
    });
    items.push(...page.data);
    after = page.pagination.endCursor;
    if (request.endTime ? !page.pagination.hasNextPage : page.data.length === 0) return items;
  }
}

const readOne = async (id: string) => (await client.getQualificationRecords({ ids: [id] })).data[0];

describe('the official client, with only a base URL and a token', () => {
  test('sees a type that was made', async () => {
    const made = await call('POST', '/qualification-types', {
      name: `Driver License ${RUN}`,
      entityType: 'worker',
      fields: [
        { label: 'Number', type: 'text', isRequired: true },
        { label: 'Points', type: 'number', numDecimalPlaces: 2 },
        { label: 'Class', type: 'multiple_choice', options: [{ label: 'A' }, { label: 'B' }] },
        { label: 'Endorsements', type: 'check_boxes', options: [{ label: 'H' }, { label: 'N' }] },
        { label: 'Examined', type: 'datetime', allowedDateTimeValueType: 'date' },
        {
          label: 'Convictions',
          type: 'table',
          columns: [
            { label: 'What', type: 'text' },
            { label: 'Fine', type: 'number' },
          ],
        },
        { label: 'Scan', type: 'media' },
        { label: 'Signature', type: 'signature' },
      ],
    });
    typeId = made.body.data.id;
    const { data, pagination } = await client.getQualificationTypes({ entityType: 'worker', ids: [typeId] });
    expect(data).toEqual([made.body.data]);
    expect(pagination).toEqual({ endCursor: '', hasNextPage: false });
    fields = data[0]?.fields as Field[];
    expect(
      (await client.getQualificationTypes({ entityType: 'asset' })).data.map(({ id }) => id),
    ).not.toContain(typeId);
  });

  test('makes a record with a value of every type and reads it back', async () => {
    const [text, number, choice, boxes, date, table, media, signature] = fields as Required<Field>[];
    const head = ({ id, type }: Field) => ({ id, type });
    const [what, fine] = (table as Required<Field>).columns;
    const row = '0191d1b8-0000-7000-8000-000000000001';
    const { data } = await client.postQualificationRecord({
      owner: { entityType: 'worker', id: driverId },
      qualificationType: { id: typeId },
      issueDate: '2026-01-15T00:00:00-08:00',
      expirationDate: '2031-01-15T08:00:00Z',
      externalIds: { paper: RUN },
      fields: [
        { ...head(text as Field), textValue: { value: 'D 1234 é 漢字' } },
        { ...head(number as Field), numberValue: { value: 2.25 } },
        { ...head(choice as Field), multipleChoiceValue: { valueId: choice?.options[1]?.id as string } },
        {
          ...head(boxes as Field),
          checkBoxesValue: { valueIds: boxes?.options.map(({ id }) => id) as string[] },
        },
        { ...head(date as Field), dateTimeValue: { value: '2025-12-31T22:00:00-08:00' } },
        {
          ...head(table as Field),
          tableValue: {
            rows: [
              {
                id: row,
                cells: [
                  { id: what?.id as string, type: 'text', textValue: { value: 'Speeding' } },
                  { id: fine?.id as string, type: 'number', numberValue: { value: 120 } },
                ],
              },
            ],
          },
        },
        { ...head(media as Field), mediaValue: { mediaList: [picture, picture] } },
        { ...head(signature as Field), signatureValue: { media: picture } },
      ],
    });
    recordId = data.id;
    expect(data).toMatchObject({
      issueDate: '2026-01-15T08:00:00Z',
      expirationDate: '2031-01-15T08:00:00Z',
      recordStatus: 'active',
      owner: { entityType: 'worker', id: driverId },
      fields: [
        { label: 'Number', textValue: { value: 'D 1234 é 漢字' } },
        { numberValue: { value: 2.25 } },
        { multipleChoiceValue: { value: 'B' } },
        { checkBoxesValue: { value: ['H', 'N'] } },
        { dateTimeValue: { type: 'date', value: '2026-01-01T06:00:00Z', dateValue: '2025-12-31' } },
        { tableValue: { columns: [{ label: 'What' }, { label: 'Fine' }], rows: [{ id: row }] } },
        { mediaList: [{}, {}] },
        { signatureValue: { media: {} } },
      ],
    });
  });

  test('gets the papers once they are processed', async () => {
    const done = async () => {
      const scan = (await readOne(recordId))?.fields.find(({ type }) => type === 'media');
      return scan?.mediaList?.every(({ processingStatus }) => processingStatus === 'finished')
        ? scan
        : undefined;
    };
    await expect.poll(done, { timeout: 20_000, interval: 200 }).toBeDefined();
    const url = (await done())?.mediaList?.[0]?.url as string;
    const file = await fetch(url);
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await file.arrayBuffer()).toString('base64')).toBe(PIXEL);
  });

  test('changes only what it sends', async () => {
    const before = await readOne(recordId);
    const [text] = fields;
    const { data } = await client.patchQualificationRecord({
      id: `paper:${RUN}`,
      fields: [{ id: text?.id as string, type: 'text', textValue: { value: 'D-9' } }],
    });
    expect(data.fields.map(({ label }) => label)).toEqual(before?.fields.map(({ label }) => label));
    expect(data.fields[0]?.textValue?.value).toBe('D-9');
    expect(data.expirationDate).toBe('2031-01-15T08:00:00Z');
    const cleared = await client.patchQualificationRecord({
      id: recordId,
      expirationDate: '1970-01-01T00:00:00Z',
    });
    expect(cleared.data.expirationDate).toBeUndefined();
    expect(cleared.data.fields[0]?.textValue?.value).toBe('D-9');
  });

  test('archives, unarchives and deletes', async () => {
    const status = async () => (await readOne(recordId))?.recordStatus;
    await client.archiveQualificationRecord({ id: recordId });
    expect(await status()).toBe('archived');
    await client.unarchiveQualificationRecord({ id: recordId });
    expect(await status()).toBe('active');
    await client.deleteQualificationRecord({ id: recordId });
    expect(await status()).toBe('deleted');
  });

  test('follows everything by the stream', async () => {
    const made = await client.postQualificationRecord({
      owner: { entityType: 'worker', id: `badge:${RUN}` },
      qualificationType: { id: typeId },
      issueDate: '2026-02-01T00:00:00Z',
      fields: [{ id: fields[0]?.id as string, type: 'text', textValue: { value: 'D-10' } }],
      externalIds: { paper: `${RUN}-2` },
    });
    const renewed = await call('POST', '/qualification-records/renew', {
      id: made.data.id,
      issueDate: '2027-02-01T00:00:00Z',
    });
    expect(renewed).toMatchObject({ status: 201, body: { data: { supersedesId: made.data.id } } });
    const alive = await readStream({});
    expect(new Set(alive.map(({ id }) => id))).toEqual(new Set([made.data.id, renewed.body.data.id]));
    const all = await readStream({
      includeDeleted: true,
      includeExternalIds: true,
      endTime: new Date(Date.now() + 1000).toISOString(),
    });
    const last = new Map(all.map((item) => [item.id, item]));
    expect(last.get(recordId)).toMatchObject({
      recordStatus: 'deleted',
      externalIds: { paper: RUN },
      owner: { externalIds: { badge: RUN } },
    });
    expect(last.get(made.data.id)).toMatchObject({ recordStatus: 'archived' });
    const read = await client.getQualificationRecords({ ids: [...last.keys()], includeExternalIds: true });
    expect(read.data).toEqual([...last.values()]);
  });

  test('gets its own error types', async () => {
    const failure = (work: Promise<unknown>) =>
      work.then(
        () => undefined,
        (error: SamsaraError) => error,
      );
    const [text, number] = fields;
    const wrong = await failure(
      client.postQualificationRecord({
        owner: { entityType: 'worker', id: driverId },
        qualificationType: { id: typeId },
        issueDate: '2026-02-01T00:00:00Z',
        fields: [{ id: number?.id as string, type: 'number', textValue: { value: 'many' } }],
      }),
    );
    expect(wrong).toBeInstanceOf(SamsaraError);
    expect(wrong).toMatchObject({ statusCode: 400, body: { message: expect.stringContaining('"Points"') } });
    const missing = await failure(
      client.postQualificationRecord({
        owner: { entityType: 'worker', id: driverId },
        qualificationType: { id: typeId },
        issueDate: '2026-02-01T00:00:00Z',
      }),
    );
    expect(missing).toMatchObject({
      statusCode: 400,
      body: { message: expect.stringContaining(text?.id as string) },
    });
    const unknown = await failure(client.getQualificationRecords({ ids: [typeId] }));
    expect(unknown).toMatchObject({ statusCode: 404, body: { message: expect.stringContaining(typeId) } });
    const deleted = await failure(client.archiveQualificationRecord({ id: recordId }));
    expect(deleted).toMatchObject({ statusCode: 404 });
  });
});

test('every reply was held against a description', () => {
  expect(checked.replies).toBeGreaterThan(15);
  expect(checked.descriptions).toBeGreaterThanOrEqual(checked.replies - 1);
});
