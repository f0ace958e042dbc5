import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
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
const options = [
  { label: 'Pass', optionScoreWeight: 4 },
  { label: 'Fail', optionScoreWeight: 1 },
];

/** One field of every type. */
const SECTIONS = [
  {
    label: 'Vehicle',
    fields: [
      { label: 'Vehicle', type: 'asset' },
      { label: 'Odometer', type: 'number', numDecimalPlaces: 1, isRequired: true },
      { label: 'Driver', type: 'person' },
      { label: 'Yard', type: 'geofence' },
      { label: 'Seal', type: 'barcode' },
      { label: 'Walk around the vehicle.', type: 'instruction' },
      { label: 'See the film.', type: 'media_instruction' },
    ],
  },
  {
    label: 'Checks',
    fields: [
      { label: 'Brakes', type: 'multiple_choice', options },
      { label: 'Lights', type: 'check_boxes', options },
      { label: 'Day', type: 'datetime', allowedDateTimeValueType: 'date' },
      { label: 'Remarks', type: 'text' },
      { label: 'Photos', type: 'media' },
      { label: 'Signature', type: 'signature' },
      {
        label: 'Tires',
        type: 'table',
        columns: [
          { label: 'Position', type: 'text' },
          { label: 'Depth', type: 'number' },
        ],
      },
    ],
  },
];

let client: SamsaraClient['forms'];
let template: { id: string; revisionId: string };
// biome-ignore lint/suspicious/noExplicitAny: fields of every type
let fields: any[];
let driverId: string;
let vehicleId: string;
let submissionId: string;
beforeAll(async () => {
  const all = samsara();
  client = all.forms;
  const driver = await all.drivers.create({
    name: 'Ida Berg',
    username: `ida-${RUN}`,
    password: 'correct horse 9',
    externalIds: { crew: RUN },
  });
  driverId = driver.data?.id as string;
  vehicleId = (await call('POST', '/fleet/vehicles', { name: `Truck ${RUN}` })).body.data.id;
});

const field = (label: string) => fields.find((candidate) => candidate.label === label);
const read = async (id: string) => (await client.getFormSubmissions({ ids: [id] })).data[0];

describe('the official client, with only a base URL and a token', () => {
  test('lists a template that was made, in both shapes', async () => {
    const body = {
      title: `Inspection ${RUN}`,
      description: 'Before each trip',
      formCategory: 'assetInspection',
      approvalConfig: { type: 'singleApproval' },
      sections: SECTIONS,
    };
    const made = await call('POST', '/form-templates', body);
    expect(made.status).toBe(201);
    template = made.body.data;
    const [listed] = (await client.getFormTemplates({ ids: [template.id] })).data;
    expect(listed).toEqual(made.body.data);
    expect(listed?.sections.map((s) => [s.fieldIndexFirstInclusive, s.fieldIndexLastInclusive])).toEqual([
      [0, 6],
      [7, 13],
    ]);
    fields = listed?.fields as never;
    const older = await call('GET', `/preview/form-templates?ids=${template.id}`);
    expect(older.body.data[0]).toMatchObject({ id: template.id, description: 'Before each trip' });
  });

  test('makes a submission with answers and finds it by id and external id', async () => {
    const row = {
      id: randomUUID(),
      cells: [
        { id: field('Tires').columns[0].id, type: 'text' as const, textValue: { value: 'front left' } },
        { id: field('Tires').columns[1].id, type: 'number' as const, numberValue: { value: 7 } },
      ],
    };
    const made = await client.postFormSubmission({
      formTemplate: { id: template.id },
      status: 'notStarted',
      title: 'Bay 4',
      assignedTo: { id: `crew:${RUN}`, type: 'driver' },
      dueAtTime: '2031-01-01T08:00:00+01:00',
      routeStopId: '77',
      fields: [
        { id: field('Vehicle').id, type: 'asset', assetValue: { asset: { id: vehicleId } } },
        {
          id: field('Driver').id,
          type: 'person',
          personValue: { person: { polymorphicUserId: `driver-${driverId}` } },
        },
        { id: field('Yard').id, type: 'geofence', geofenceValue: { geofence: { id: '123' } } },
        { id: field('Odometer').id, type: 'number', numberValue: { value: 1200.5 } },
        {
          id: field('Brakes').id,
          type: 'multiple_choice',
          multipleChoiceValue: { valueId: field('Brakes').options[1].id },
        },
        {
          id: field('Lights').id,
          type: 'check_boxes',
          checkBoxesValue: { valueIds: [field('Lights').options[0].id] },
        },
        { id: field('Day').id, type: 'datetime', dateTimeValue: { value: '2026-11-20T23:30:00-06:00' } },
        { id: field('Remarks').id, type: 'text', textValue: { value: 'Ü "漢" \\ 😀' } },
        { id: field('Tires').id, type: 'table', tableValue: { rows: [row] } },
      ],
    });
    submissionId = made.data.id;
    expect(made.data).toMatchObject({
      status: 'notStarted',
      isRequired: true,
      assignedTo: { id: driverId, type: 'driver' },
      dueAtTime: '2031-01-01T07:00:00Z',
      formTemplate: { id: template.id, revisionId: template.revisionId },
    });
    expect(await read(submissionId)).toEqual(made.data);
    await call('PATCH', '/form-submissions', { id: submissionId, externalIds: { erp: RUN } });
    const [found] = (await client.getFormSubmissions({ ids: [`erp:${RUN}`], include: ['externalIds'] })).data;
    expect(found).toMatchObject({ id: submissionId, externalIds: { erp: RUN } });
    const value = (label: string) => made.data.fields.find((f) => f.label === label);
    expect(value('Day')?.dateTimeValue).toEqual({
      type: 'date',
      value: '2026-11-21T05:30:00Z',
      dateValue: '2026-11-20',
    });
    expect(value('Remarks')?.textValue).toEqual({ value: 'Ü "漢" \\ 😀' });
    expect(value('Tires')?.tableValue?.rows).toEqual([row]);
  });

  test('hands it in, has it changed and approved', async () => {
    await client.patchFormSubmission({ id: submissionId, status: 'inProgress' });
    const submit = (more: object[] = []) =>
      call('POST', '/form-submissions/submit', {
        id: submissionId,
        location: { latitude: 47.6, longitude: -122.3 },
        fields: more,
      });
    const first = await submit([
      { id: field('Photos').id, type: 'media', mediaValue: { mediaList: [picture, picture] } },
      { id: field('Signature').id, type: 'signature', signatureValue: { media: picture } },
      { id: field('Seal').id, type: 'barcode', barcodeValue: { barcodes: [{ value: '4006381333931' }] } },
    ]);
    expect(first.body.data).toMatchObject({
      status: 'needsReview',
      score: { scorePoints: 5, maxPoints: 9 },
      location: { latitude: 47.6, longitude: -122.3 },
    });
    const comment = { comment: 'Sharper photos, please' };
    const back = await client.patchFormSubmission({
      id: submissionId,
      status: 'changesRequested',
      approvalDetails: comment,
    });
    expect(back.data).toMatchObject({ status: 'changesRequested', approvalDetails: comment });
    expect((await submit()).body.data.status).toBe('needsReview');
    expect((await client.patchFormSubmission({ id: submissionId, status: 'approved' })).data.status).toBe(
      'approved',
    );
    const wrong = client.patchFormSubmission({ id: submissionId, status: 'inProgress' });
    await expect(wrong).rejects.toBeInstanceOf(SamsaraError);
    await expect(wrong).rejects.toMatchObject({
      statusCode: 400,
      body: { message: expect.stringContaining('archived') },
    });
  });

  test('fetches its pictures once they are processed', async () => {
    const media = async () =>
      (await read(submissionId))?.fields.flatMap((f) => [
        ...(f.mediaValue?.mediaList ?? []),
        ...(f.signatureValue ? [f.signatureValue.media] : []),
      ]) ?? [];
    let items = await media();
    for (let tries = 0; items.some((item) => item.processingStatus !== 'finished'); tries += 1) {
      if (tries > 100) throw new Error('the pictures were never processed');
      await sleep(100);
      items = await media();
    }
    expect(items.length).toBe(3);
    for (const { url } of items) {
      const bytes = Buffer.from(await (await fetch(url as string)).arrayBuffer());
      expect(bytes.toString('base64')).toBe(PIXEL);
    }
  });

  test('follows the stream by template, driver and route stop', async () => {
    for (const filter of [
      { formTemplateIds: [template.id] },
      { driverIds: [driverId], formTemplateIds: [template.id] },
      { assignedToRouteStopIds: ['77'], include: ['externalIds'], formTemplateIds: [template.id] },
    ]) {
      const page = await client.getFormSubmissionsStream({ startTime: startedAt, ...filter });
      expect(page.data.map(({ id }) => id)).toEqual([submissionId]);
      expect(page.pagination.hasNextPage).toBe(true);
      const after = page.pagination.endCursor;
      const next = await client.getFormSubmissionsStream({ startTime: startedAt, ...filter, after });
      expect(next.data).toEqual([]);
    }
  });

  test('exports it as PDF', async () => {
    const asked = await client.postFormSubmissionsPdfExports({ id: submissionId });
    expect(asked.data).toMatchObject({ id: submissionId, jobStatus: 'pending' });
    const { pdfId } = asked.data;
    let { data } = await client.getFormSubmissionsPdfExports({ pdfId });
    for (let tries = 0; data.jobStatus === 'pending'; tries += 1) {
      if (tries > 200) throw new Error('the PDF was never made');
      await sleep(100);
      data = (await client.getFormSubmissionsPdfExports({ pdfId })).data;
    }
    expect(data.jobStatus).toBe('done');
    const pdf = await fetch(data.pdfUrl as string);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('every reply was held against the API description', () => {
    expect(checked.replies).toBeGreaterThan(20);
    expect(checked.descriptions).toBeGreaterThan(20);
  });
});
