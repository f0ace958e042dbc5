import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePeople } from '../../../test/builders.ts';
import { everyField, handIn, makeSubmission, makeTemplate } from '../../../test/forms.ts';
import { jpeg, pdf, png } from '../../../test/pictures.ts';
import { startApp, type TestApp } from '../../../test/start-app.ts';

// What is written is what is read: random valid values of every type, read back by id and from the stream.

const RUNS = Number(process.env.VALUE_RUNS ?? 30);

let server: TestApp;
let template: Awaited<ReturnType<typeof makeTemplate>>;
let people: string[];
let vehicles: string[];
let files: { base64Payload: string; mediaType: string }[];
beforeAll(async () => {
  server = await startApp();
  template = await makeTemplate(server.org, everyField());
  const drivers = await makePeople(server, server.org, 3);
  const users = await makePeople(server, server.org, 2, 'user');
  people = [...drivers.map((id) => `driver-${id}`), ...users.map((id) => `user-${id}`)];
  vehicles = [];
  for (const name of ['A', 'B'])
    vehicles.push((await server.org.send('POST', '/fleet/vehicles', { name })).body.data.id);
  const item = (bytes: Buffer, mediaType: string) => ({ base64Payload: bytes.toString('base64'), mediaType });
  files = [item(await png(), 'image/png'), item(await jpeg(), 'image/jpeg'), item(pdf, 'application/pdf')];
});
afterAll(() => server.stop());

/** What was sent and what must be read, together. */
interface Pair {
  sent: Record<string, unknown>;
  read: Record<string, unknown>;
}
const pair = (name: string, sent: unknown, read = sent): Pair => ({
  sent: { [name]: sent },
  read: { [name]: read },
});

/** Any text that JSON and PostgreSQL can hold, quotes, slashes and look-alikes of our own format too. */
const text = (maxLength = 200) =>
  fc.oneof(
    // Composed, as all text is kept, which may be longer.
    fc
      .string({ unit: 'grapheme', maxLength })
      .map((value) => value.normalize('NFC'))
      .filter((value) => !value.includes('\0') && value.length <= maxLength),
    fc.constantFrom(
      '"},{"id":"x","sha256":""}',
      `{"id":"0191d1b8-0000-7000-8000-000000000001","contentType":"image/png","size":1,"sha256":"${'0'.repeat(64)}"}`,
      '2026-11-21T09:00:00.000Z',
      '\\u0000 \\" \n\t',
      '',
    ),
  );
const named = text(100).filter((value) => value.trim() !== '');
const moment = fc
  .date({ min: new Date('0001-01-03T00:00:00Z'), max: new Date('9999-12-29T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const wire = (time: string) => time.replace('.000Z', 'Z');
const MEDIA = { id: expect.any(String), processingStatus: 'processing' };

// biome-ignore lint/suspicious/noExplicitAny: a definition of any type
type Definition = any;

/** Values of one question. */
function answerTo({
  type,
  numDecimalPlaces,
  options,
  allowedDateTimeValueType,
  timeZone,
  allowManualEntry,
  columns,
}: Definition): fc.Arbitrary<Pair> {
  switch (type) {
    case 'number':
      return fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
        .map((value) => pair('numberValue', { value: Number(value.toFixed(numDecimalPlaces)) + 0 }));
    case 'text':
      return text().map((value) => pair('textValue', { value }));
    case 'multiple_choice':
      return fc
        .constantFrom(...options)
        .map(({ id, label }: Definition) =>
          pair('multipleChoiceValue', { valueId: id }, { value: label, valueId: id } as never),
        );
    case 'check_boxes':
      return fc.shuffledSubarray(options).map((chosen: Definition[]) => {
        const valueIds = chosen.map(({ id }) => id);
        return pair('checkBoxesValue', { valueIds }, {
          value: chosen.map(({ label }) => label),
          valueIds,
        } as never);
      });
    case 'datetime':
      return moment.map((value) => {
        const read: Record<string, unknown> = { type: allowedDateTimeValueType, value: wire(value) };
        if (allowedDateTimeValueType === 'date')
          read.dateValue = timeZone ? expect.stringMatching(/^\d{4}-\d\d-\d\d$/) : value.slice(0, 10);
        return pair('dateTimeValue', { value }, read as never);
      });
    case 'media':
      return fc.array(fc.constantFrom(0, 1, 2), { maxLength: 2 }).map((list) =>
        pair('mediaValue', { mediaList: list.map((at) => files[at]) }, {
          mediaList: list.map(() => MEDIA),
        } as never),
      );
    case 'signature':
      return fc
        .constantFrom(0, 1)
        .map((at) => pair('signatureValue', { media: files[at] }, { media: MEDIA } as never));
    case 'asset':
      return fc.oneof(
        fc.nat({ max: 1 }).map((at) => {
          const id = vehicles[at];
          return pair('assetValue', { asset: { id } }, { asset: { entryType: 'tracked', id } } as never);
        }),
        named.map((name) =>
          pair('assetValue', { asset: { name } }, { asset: { entryType: 'untracked', name } } as never),
        ),
      );
    case 'person': {
      const known = fc.nat({ max: 4 }).map((at) => {
        const [kind, id] = (people[at] as string).split('-') as [string, string];
        const person = { entryType: 'tracked', polymorphicUserId: { id, type: kind } };
        return pair('personValue', { person: { polymorphicUserId: people[at] } }, { person } as never);
      });
      const byName = named.map((name) =>
        pair('personValue', { person: { name } }, { person: { entryType: 'untracked', name } } as never),
      );
      return allowManualEntry ? fc.oneof(known, byName) : known;
    }
    case 'geofence':
      return fc.oneof(
        named.map((id) =>
          pair('geofenceValue', { geofence: { id } }, { geofence: { entryType: 'tracked', id } } as never),
        ),
        named.map((name) =>
          pair('geofenceValue', { geofence: { name } }, {
            geofence: { entryType: 'untracked', name },
          } as never),
        ),
      );
    case 'barcode':
      return fc
        .array(
          named.map((value) => ({ value })),
          { maxLength: 3 },
        )
        .map((barcodes) => pair('barcodeValue', { barcodes }));
    default: {
      const cell = (column: Definition) =>
        fc.option(answerTo(column)).map((value) => value && { column, value });
      const row = fc.tuple(fc.uuid(), fc.tuple(...columns.map(cell)));
      return fc.uniqueArray(row, { maxLength: 3, selector: ([id]) => id }).map((rows) => {
        const side = (which: 'sent' | 'read') =>
          rows.map(([id, cells]) => ({
            id,
            cells: (cells as ({ column: Definition; value: Pair } | null)[]).flatMap((filled) =>
              filled ? [{ id: filled.column.id, type: filled.column.type, ...filled.value[which] }] : [],
            ),
          }));
        const heads = columns.map(({ id, label, type: of }: Definition) => ({ id, label, type: of }));
        return pair('tableValue', { rows: side('sent') }, { columns: heads, rows: side('read') } as never);
      });
    }
  }
}

test(`200 reads back what ${RUNS} random forms said, by id and from the stream`, {
  timeout: 900_000,
}, async () => {
  const answered = template.fields.filter(({ type }) => !/instruction/.test(type));
  const form = fc.tuple(
    ...answered.map((field) =>
      fc.record({
        value: answerTo(field),
        note: fc.option(text(), { nil: undefined }),
        photo: fc.boolean(),
        left: fc.boolean(),
      }),
    ),
  );
  const startTime = new Date().toISOString();
  await fc.assert(
    fc.asyncProperty(form, async (answers) => {
      const all = answers.map(({ value, note, photo, left }, at) => {
        const { id, type, label } = answered[at];
        const extras = note === undefined ? {} : { note };
        return {
          left: left && at % 2 === 0,
          sent: { id, type, ...value.sent, ...extras, ...(photo ? { mediaList: [files[0]] } : {}) },
          read: { id, type, label, ...value.read, ...extras, ...(photo ? { mediaList: [MEDIA] } : {}) },
        };
      });
      const given = all.filter(({ left }) => !left);
      const { id } = await makeSubmission(server.org, template.id);
      const reply = await handIn(
        server.org,
        id,
        given.map(({ sent }) => sent),
      );
      expect(reply.status, reply.text).toBe(200);
      const expected = given.map(({ read }) => read);
      expect(reply.body.data.fields).toEqual(expected);
      const [byId] = (await server.org.get(`/form-submissions?ids=${id}`)).body.data;
      expect(byId).toEqual(reply.body.data);
      const seen = await server.org.get(
        `/form-submissions/stream?${new URLSearchParams({ startTime, formTemplateIds: template.id })}`,
      );
      expect(seen.body.data.at(-1)).toEqual(byId);
    }),
    { numRuns: RUNS },
  );
});
