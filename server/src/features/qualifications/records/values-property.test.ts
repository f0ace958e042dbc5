import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asRead, makePeople, makeQualificationType } from '../../../../test/builders.ts';
import { jpeg, pdf, png } from '../../../../test/pictures.ts';
import { type Reply, startApp, type TestApp } from '../../../../test/start-app.ts';
import { processMedia } from '../../media/index.ts';

type Json = Record<string, unknown>;
type QualificationType = Awaited<ReturnType<typeof makeQualificationType>>;
type Field = QualificationType['fields'][0] & Json;
/** A value as it is sent, and as it must then be read. */
type Value = { sent: Json; read: Json };

let server: TestApp;
let driver: string;
let files: { base64Payload: string; mediaType: string }[];
beforeAll(async () => {
  server = await startApp();
  [driver] = (await makePeople(server, server.org, 1)) as [string];
  files = [
    { base64Payload: (await png()).toString('base64'), mediaType: 'image/png' },
    { base64Payload: (await jpeg()).toString('base64'), mediaType: 'image/jpeg' },
    { base64Payload: pdf.toString('base64'), mediaType: 'application/pdf' },
  ];
});
afterAll(() => server.stop());

// Composed, as all text is kept.
const composed = (maxLength: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength }).map((text) => text.normalize('NFC'));
const label = composed(40).map((text) => `L ${text}`);
const options = fc
  .array(label, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((text) => ({ label: text })));
const common = { number: { numDecimalPlaces: fc.integer({ min: 0, max: 4 }) }, choice: { options } };
const datetime = fc.record({
  allowedDateTimeValueType: fc.constantFrom('datetime', 'date', 'time'),
  timeZone: fc.constantFrom(undefined, 'Asia/Tokyo'),
});

/** The definition of a column or, with tables, of a field. */
const question = (type: string): fc.Arbitrary<Json> => {
  const of = fc.record({ label, type: fc.constant(type) });
  const more =
    type === 'number'
      ? fc.record(common.number)
      : /choice|boxes/.test(type)
        ? fc.record(common.choice)
        : type === 'datetime'
          ? datetime
          : fc.constant({});
  return fc.tuple(of, more).map(([a, b]) => ({ ...a, ...b }));
};
const PLAIN = ['number', 'text', 'multiple_choice', 'check_boxes', 'datetime'];
const oneOf = (types: string[]) => fc.constantFrom(...types).chain(question);
const columns = fc.array(oneOf([...PLAIN, 'person', 'barcode']), { minLength: 1, maxLength: 5 });
const field = fc.oneof(
  { weight: 5, arbitrary: oneOf([...PLAIN, 'signature', 'media']) },
  { weight: 2, arbitrary: fc.record({ label, type: fc.constant('table'), columns }) },
);
const definitions = fc.array(
  fc.tuple(field, fc.boolean()).map(([given, isRequired]): Json => ({ ...given, isRequired })),
  { minLength: 1, maxLength: 12 },
);

const MEDIA = { id: expect.stringMatching(/^[0-9a-f-]{36}$/), processingStatus: 'processing' };
const text = fc
  .oneof(
    composed(200),
    fc.constantFrom(
      '"}]}',
      '\\"',
      `{"id":"0191d1b8-0000-7000-8000-000000000005","contentType":"image/png","size":1,"sha256":"${'0'.repeat(64)}"}`,
      '\u2028',
    ),
  )
  .filter((value) => value.trim() !== '' && !value.includes('\0'));
const time = fc
  .date({ min: new Date('1951-06-01T00:00:00Z'), max: new Date('9990-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** A random value for a field or cell of this definition. */
function anyValue(definition: Field): fc.Arbitrary<Value> {
  const { type, options: known = [] } = definition;
  const same = (value: Json): Value => ({ sent: value, read: value });
  switch (type) {
    case 'number': {
      const places = definition.numDecimalPlaces as number;
      return fc
        .integer({ min: -1e9, max: 1e9 })
        .map((n) => same({ numberValue: { value: Number((n / 10 ** places).toFixed(places)) } }));
    }
    case 'text':
      return text.map((value) => same({ textValue: { value } }));
    case 'multiple_choice':
      return fc.constantFrom(...known).map(({ id, label: value }) => ({
        sent: { multipleChoiceValue: { valueId: id } },
        read: { multipleChoiceValue: { value, valueId: id } },
      }));
    case 'check_boxes':
      return fc.shuffledSubarray(known, { minLength: 1 }).map((chosen) => {
        const valueIds = chosen.map(({ id }) => id);
        return {
          sent: { checkBoxesValue: { valueIds } },
          read: { checkBoxesValue: { value: chosen.map(({ label: name }) => name), valueIds } },
        };
      });
    case 'datetime':
      return time.map((iso) => {
        const kind = definition.allowedDateTimeValueType;
        // Tokyo is nine hours ahead all year.
        const ahead = definition.timeZone ? 9 * 3_600_000 : 0;
        const dateValue = new Date(Date.parse(iso) + ahead).toISOString().slice(0, 10);
        const value = iso.replace('.000Z', 'Z');
        return {
          sent: { dateTimeValue: { value: iso } },
          read: { dateTimeValue: { type: kind, value, ...(kind === 'date' ? { dateValue } : {}) } },
        };
      });
    case 'person':
      return fc.constant({
        sent: { personValue: { person: { polymorphicUserId: `driver-${driver}` } } },
        read: {
          personValue: {
            person: { entryType: 'tracked', polymorphicUserId: { id: driver, type: 'driver' } },
          },
        },
      });
    case 'barcode':
      return fc
        .array(text, { minLength: 1, maxLength: 3 })
        .map((all) => same({ barcodeValue: { barcodes: all.map((value) => ({ value })) } }));
    case 'signature':
      return fc.constantFrom(0, 1).map((n) => ({
        sent: { signatureValue: { media: files[n] } },
        read: { signatureValue: { media: MEDIA } },
      }));
    case 'media':
      return fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 3 }).map((chosen) => ({
        sent: { mediaValue: { mediaList: chosen.map((n) => files[n]) } },
        read: { mediaList: chosen.map(() => MEDIA) },
      }));
    default:
      return tableOf(definition.columns as Field[]);
  }
}

function tableOf(known: Field[]): fc.Arbitrary<Value> {
  const cell = (column: Field) =>
    anyValue(column).map(({ sent, read }): Value => {
      const head = { id: column.id, type: column.type };
      return { sent: { ...head, ...sent }, read: { ...head, ...read } };
    });
  const row = fc
    .subarray(known, { minLength: 1 })
    .chain((some) => fc.tuple(...some.map(cell)))
    .map((cells): Value => {
      const id = randomUUID();
      return {
        sent: { id, cells: cells.map(({ sent }) => sent) },
        read: { id, cells: cells.map(({ read }) => read) },
      };
    });
  const heads = known.map(({ id, label: name, type }) => ({ id, label: name, type }));
  return fc.array(row, { minLength: 1, maxLength: 4 }).map((rows) => ({
    sent: { tableValue: { rows: rows.map(({ sent }) => sent) } },
    read: { tableValue: { columns: heads, rows: rows.map(({ read }) => read) } },
  }));
}

/** Values for the required fields and some of the others, in any order. */
const valuesOf = (fields: Field[]): fc.Arbitrary<Map<string, Value>> =>
  fc
    .tuple(fc.shuffledSubarray(fields), fc.constant(fields.filter(({ isRequired }) => isRequired)))
    .map(([some, required]) => [...new Set([...some, ...required])])
    .chain((chosen) =>
      fc.tuple(...chosen.map((one) => anyValue(one).map((value) => [one.id, value] as const))),
    )
    .map((entries) => new Map(entries));

const inputs = (fields: Field[], values: Map<string, Value>) =>
  [...values].map(([id, { sent }]) => ({ id, type: fields.find((one) => one.id === id)?.type, ...sent }));
const outputs = (fields: Field[], values: Map<string, Value>) =>
  fields.flatMap(({ id, label: name, type }) => {
    const value = values.get(id);
    return value ? [{ id, label: name, type, ...value.read }] : [];
  });

const ok = (reply: Reply) => {
  if (reply.status >= 300) throw new Error(reply.text);
  return reply.body.data;
};

test('200 what is written is what is read, by id and in the stream, for every type of field', async () => {
  const { org } = server;
  await fc.assert(
    fc.asyncProperty(definitions, fc.infiniteStream(fc.nat()), async (given, seeds) => {
      const type = await makeQualificationType(org, { fields: given });
      const fields = type.fields as Field[];
      const sample = () => fc.sample(valuesOf(fields), { numRuns: 1, seed: seeds.next().value as number })[0];
      const read = async (id: string) => ok(await org.get(`/qualification-records?ids=${id}`))[0];

      const first = sample() as Map<string, Value>;
      const made = ok(
        await org.send('POST', '/qualification-records', {
          qualificationType: { id: type.id },
          owner: { entityType: 'worker', id: driver },
          issueDate: '2026-01-01T00:00:00Z',
          fields: inputs(fields, first),
        }),
      );
      expect(made.fields).toEqual(outputs(fields, first));
      expect(await read(made.id)).toEqual(asRead(made));

      const second = sample() as Map<string, Value>;
      const sent = { id: made.id, fields: inputs(fields, second) };
      const changed = ok(await org.send('PATCH', '/qualification-records', sent));
      expect(changed.fields).toEqual(outputs(fields, new Map([...first, ...second])));
      expect(await read(made.id)).toEqual(asRead(changed));
      const stream = await org.get(
        `/qualification-records/stream?entityType=worker&startTime=2026-01-01T00:00:00Z&qualificationTypeIds=${type.id}`,
      );
      expect(ok(stream)).toEqual([asRead(changed)]);
    }),
    { numRuns: Number(process.env.VALUE_RUNS ?? 40) },
  );
});

test('200 media are finished once they are processed, by id and in the stream', async () => {
  const { org } = server;
  const type = await makeQualificationType(org, { fields: [{ label: 'Scan', type: 'media' }] });
  const made = ok(
    await org.send('POST', '/qualification-records', {
      qualificationType: { id: type.id },
      owner: { entityType: 'worker', id: driver },
      issueDate: '2026-01-01T00:00:00Z',
      fields: [{ id: type.fields[0]?.id, type: 'media', mediaValue: { mediaList: files } }],
    }),
  );
  const { mediaList } = made.fields[0];
  for (const { id } of mediaList.slice(1)) await processMedia(server.services, { orgId: org.orgId, id });
  const [now] = ok(await org.get(`/qualification-records?ids=${made.id}`));
  expect(now.fields[0].mediaList).toMatchObject([
    { id: mediaList[0].id, processingStatus: 'processing' },
    { id: mediaList[1].id, processingStatus: 'finished', urlExpiresAt: expect.stringMatching(/Z$/) },
    { id: mediaList[2].id, processingStatus: 'finished' },
  ]);
  const file = await fetch(now.fields[0].mediaList[2].url);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf);
  const [last] = ok(
    await org.get(
      `/qualification-records/stream?entityType=worker&startTime=2026-01-01T00:00:00Z&qualificationTypeIds=${type.id}`,
    ),
  );
  expect(last.fields[0].mediaList[1]).toMatchObject({
    processingStatus: 'finished',
    url: expect.any(String),
  });
});
