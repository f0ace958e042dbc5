import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePeople } from '../../../../test/builders.ts';
import { everyField, handIn, makeSubmission, makeTemplate } from '../../../../test/forms.ts';
import { textOf } from '../../../../test/pdf.ts';
import { jpeg, png } from '../../../../test/pictures.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';
import { sql } from '../../../kernel/database/database.ts';
import { makePdf, makePdfJob, sweepExports } from './service.ts';

let server: TestApp;
let now = new Date();
beforeAll(async () => {
  server = await startApp({ clock: { now: () => now } });
});
afterAll(() => server.stop());

const LONG =
  'The left rear outer tire has a cut of about four centimeters in the side wall, found while walking around the vehicle.';
const SCRIPTS = `${LONG} Żółw, naïveté, Ærø, Größe. Проверка автомобиля перед рейсом. Έλεγχος οχήματος. 车辆出车前检查表：刹车、轮胎、灯光。運転前点検カタカナ。 फ़ॉर्म की जाँच। فحص المركبة 42 قبل الرحلة (اليوم). בדיקת רכב 42 לפני נסיעה. 운행 전 점검. ตรวจรถก่อนออกเดินทาง ਯਾਤਰਾ ਤੋਂ ਪਹਿਲਾਂ ਵਾਹਨ ਦੀ ਜਾਂਚ। যাত্রার আগে গাড়ি পরীক্ষা। பயணத்திற்கு முன் வாகன சோதனை. ከጉዞ በፊት ምርመራ። Ստուգում երթից առաջ։ შემოწმება გასვლამდე.`;

/** An answer to every field; texts in every script. */
async function answers(template: Awaited<ReturnType<typeof makeTemplate>>, driver: string, vehicle: string) {
  const item = async (bytes: Promise<Buffer>, mediaType: string) => ({
    base64Payload: (await bytes).toString('base64'),
    mediaType,
  });
  const photo = () => item(jpeg(900, 600), 'image/jpeg');
  const signature = () => item(png(300, 90, 200), 'image/png');
  const person = { polymorphicUserId: `driver-${driver}` };
  const values: Record<string, unknown> = {
    Odometer: { numberValue: { value: 120_345.5 } },
    Remarks: { textValue: { value: SCRIPTS } },
    Photos: {
      mediaValue: { mediaList: [await photo(), await photo(), await item(png(400, 700), 'image/png')] },
    },
    'Seen at': { dateTimeValue: { value: '2026-11-21T08:15:00-06:00' } },
    Day: { dateTimeValue: { value: '2026-11-21T02:00:00Z' } },
    Time: { dateTimeValue: { value: '2026-11-21T08:15:00Z' } },
    'Driver signature': { signatureValue: { media: await signature() } },
    Vehicle: { assetValue: { asset: { id: vehicle } } },
    Witness: { personValue: { person: { name: 'Анна Ковальська' } } },
    Yard: { geofenceValue: { geofence: { name: '上海 Yard 7' } } },
    Seal: { barcodeValue: { barcodes: [{ value: '4006381333931' }, { value: 'SEAL-Ω-77' }] } },
  };
  const columns = template.fields.find(({ type }) => type === 'table').columns;
  const cell: Record<string, unknown> = {
    Position: { textValue: { value: '左前 front left' } },
    'Depth (mm)': { numberValue: { value: 6.25 } },
    Checked: { dateTimeValue: { value: '2026-11-20T00:00:00Z' } },
    Wear: { checkBoxesValue: { valueIds: [columns[3].options[0].id, columns[3].options[1].id] } },
    Verdict: { multipleChoiceValue: { valueId: columns[4].options[1].id } },
    'Checked by': { personValue: { person } },
    Serial: { barcodeValue: { barcodes: [{ value: 'DOT-4B2X-0126' }] } },
    Photo: { mediaValue: { mediaList: [await photo()] } },
    Initials: { signatureValue: { media: await signature() } },
  };
  const rows = Array.from({ length: 6 }, (_, row) => ({
    id: `0191d1b8-0000-7000-8000-00000000000${row}`,
    cells: columns
      // Not every cell is filled in.
      .filter((_column: unknown, at: number) => (at + row) % 4 > 0 || at === 0)
      .map(({ id, label, type }: { id: string; label: string; type: string }) => ({
        id,
        type,
        ...(cell[label] as object),
      })),
  }));
  return template.fields.flatMap(({ id, label, type, options }) => {
    if (/instruction/.test(type)) return [];
    const value =
      type === 'multiple_choice'
        ? { multipleChoiceValue: { valueId: options[1].id } }
        : type === 'check_boxes'
          ? { checkBoxesValue: { valueIds: [options[0].id, options[3].id] } }
          : type === 'table'
            ? { tableValue: { rows } }
            : values[label];
    const note = label === 'Condition' ? { note: 'Bremsflüssigkeit nachfüllen. 注意！' } : {};
    return [{ id, type, ...(value as object), ...note }];
  });
}

test('202, then 200 with a link to a PDF that shows every field', async () => {
  const { org } = server;
  const [driver] = (await makePeople(server, org, 1)) as [string];
  const vehicle = (await org.send('POST', '/fleet/vehicles', { name: 'Truck 17' })).body.data.id;
  const template = await makeTemplate(org, everyField(), {
    title: 'Pre-trip inspection · 出车前检查',
    description: 'Walk around the vehicle before each trip. Осмотр перед рейсом.',
  });
  const submission = await makeSubmission(org, template.id, {
    title: 'Morning of 21 November',
    assignedTo: { id: driver, type: 'driver' },
    dueAtTime: '2026-11-21T12:00:00Z',
  });
  const done = await handIn(org, submission.id, await answers(template, driver, vehicle));
  expect(done.status, done.text).toBe(200);
  const asked = await org.send('POST', `/form-submissions/pdf-exports?id=${submission.id}`);
  expect(asked).toMatchObject({ status: 202, body: { data: { id: submission.id, jobStatus: 'pending' } } });
  const { pdfId } = asked.body.data;
  await makePdf(server.services, org.orgId, pdfId);
  const reply = await org.get(`/form-submissions/pdf-exports?pdfId=${pdfId}`);
  expect(reply).toMatchObject({ status: 200, body: { data: { pdfId, jobStatus: 'done' } } });
  const bytes = Buffer.from(await (await fetch(reply.body.data.pdfUrl)).arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  // 3 photos and a signature, and those of the table's rows.
  const pictures = done.body.data.fields.flatMap(
    (field: object) => JSON.stringify(field).match(/processingStatus/g) ?? [],
  );
  expect(bytes.toString('latin1').match(/\/Subtype \/Image/g)?.length).toBe(pictures.length);
  if (process.env.KEEP_PDF) await writeFile(process.env.KEEP_PDF, bytes);
  const text = await textOf(bytes);
  for (const words of [
    'Pre-trip inspection · 出车前检查',
    'Morning of 21 November',
    '120345.5',
    'Żółw, naïveté',
    'Проверка автомобиля',
    'Έλεγχος οχήματος',
    '運転前点検',
    '운행 전 점검',
    'ตรวจรถก่อน',
    'ከጉዞ በፊት ምርመራ',
    'երթից առաջ',
    'შემოწმება გასვლამდე',
    'Fair',
    'Bremsflüssigkeit',
    'Lights',
    'Mirrors',
    '2026-11-21 14:15 UTC',
    '2026-11-20',
    '08:15 UTC',
    'I have checked this vehicle.',
    'Truck 17',
    'Анна Ковальська',
    '上海 Yard 7',
    'Walk around the vehicle.',
    'See the video.',
    '左前 front left',
    'SEAL-Ω-77',
    '1 / 2',
  ])
    expect(text).toContain(words);
});

describe('an export', () => {
  let id: string;
  let pdfId: string;
  beforeAll(async () => {
    const template = await makeTemplate(server.org, everyField());
    id = (await makeSubmission(server.org, template.id)).id;
    pdfId = (await server.org.send('POST', `/form-submissions/pdf-exports?id=${id}`)).body.data.pdfId;
  });
  const read = () => server.org.get(`/form-submissions/pdf-exports?pdfId=${pdfId}`);

  test('200 without a link while it is pending', async () => {
    const { body } = await read();
    expect(body.data).toMatchObject({ id, jobStatus: 'pending' });
    expect(body.data).not.toHaveProperty('pdfUrl');
  });
  test('200 of a form that nobody has filled in', async () => {
    await makePdf(server.services, server.org.orgId, pdfId);
    expect((await read()).body.data).toMatchObject({ jobStatus: 'done', pdfUrl: expect.any(String) });
  });
  test('404 once it has expired, and its file is gone', async () => {
    const before = now;
    const { pdfUrl } = (await read()).body.data;
    now = new Date(now.getTime() + 25 * 3600 * 1000);
    expect((await read()).status).toBe(404);
    expect(await sweepExports(server.services)).toBeGreaterThan(0);
    expect(await sweepExports(server.services)).toBe(0);
    now = before;
    expect((await fetch(pdfUrl)).status).toBe(404);
  });
  test('the ledger tells an export made, done and gone', async () => {
    const told = await server.database.rows(sql`
      select operation, document ->> 'jobStatus', document ->> 'formSubmissionId' from ledger_change
      where org_id = ${server.org.orgId} and resource = 'formPdfExport' and id = ${pdfId} order by seq`);
    expect(told).toEqual([
      ['create', 'pending', id],
      ['update', 'done', id],
      ['delete', 'done', id],
    ]);
  });
  test('200 failed, with a reason, after three attempts', async () => {
    const asked = await server.org.send('POST', `/form-submissions/pdf-exports?id=${id}`);
    const blobs = { ...server.services.blobs, put: () => Promise.reject(new Error('disk full')) };
    const run = makePdfJob.run({ ...server.services, blobs });
    const attempt = (attempts: number) =>
      run({ orgId: server.org.orgId, id: asked.body.data.pdfId }, { job: { attempts } } as never);
    const status = async () =>
      (await server.org.get(`/form-submissions/pdf-exports?pdfId=${asked.body.data.pdfId}`)).body.data;
    await expect(attempt(1)).rejects.toThrow('disk full');
    expect(await status()).toMatchObject({ jobStatus: 'pending' });
    await expect(attempt(3)).rejects.toThrow('disk full');
    expect(await status()).toMatchObject({
      jobStatus: 'failed',
      errorMessage: expect.stringContaining('log'),
    });
    const [last] = await server.database.rows(sql`
      select document::text from ledger_change
      where org_id = ${server.org.orgId} and id = ${asked.body.data.pdfId} order by seq desc limit 1`);
    expect(JSON.parse(last?.[0])).toMatchObject({
      jobStatus: 'failed',
      errorMessage: expect.stringContaining('log'),
    });
  });
  test('404 for an unknown submission or export, 403 without the scope', async () => {
    for (const unknown of ['nope', '0191d1b8-0000-7000-8000-000000000001']) {
      expect((await server.org.send('POST', `/form-submissions/pdf-exports?id=${unknown}`)).status).toBe(404);
      expect((await server.org.get(`/form-submissions/pdf-exports?pdfId=${unknown}`)).status).toBe(404);
    }
    const reader = await server.org.withScopes(['Read Form Submissions']);
    expect((await reader.send('POST', `/form-submissions/pdf-exports?id=${id}`)).status).toBe(403);
  });
});
