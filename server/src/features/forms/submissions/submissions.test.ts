import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePeople } from '../../../../test/builders.ts';
import { everyField, handIn, makeSubmission, makeTemplate } from '../../../../test/forms.ts';
import { png } from '../../../../test/pictures.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';

let server: TestApp;
let every: Awaited<ReturnType<typeof makeTemplate>>;
let driver: string;
let picture: { base64Payload: string; mediaType: string };
beforeAll(async () => {
  server = await startApp();
  every = await makeTemplate(server.org, everyField());
  [driver] = (await makePeople(server, server.org, 1)) as [string];
  picture = { base64Payload: (await png()).toString('base64'), mediaType: 'image/png' };
});
afterAll(() => server.stop());

const patch = (id: string, change: object) =>
  server.org.send('PATCH', '/form-submissions', { id, ...change });
const field = (label: string) => every.fields.find((candidate) => candidate.label === label);
const said = (message: string) => ({ body: { message: expect.stringContaining(message) } });

describe('POST /form-submissions', () => {
  test('200 assigned, with answers and external ids', async () => {
    const made = await makeSubmission(server.org, every.id, {
      title: 'Bay 4',
      assignedTo: { id: driver, type: 'driver' },
      dueAtTime: '2026-12-01T08:00:00+01:00',
      routeStopId: '77',
      externalIds: { erp: 'F-1' },
      fields: [{ id: field('Odometer').id, type: 'number', numberValue: { value: 12.5 } }],
    });
    expect(made).toMatchObject({
      title: 'Bay 4',
      status: 'notStarted',
      isRequired: true,
      assignedTo: { id: driver, type: 'driver' },
      dueAtTime: '2026-12-01T07:00:00Z',
      routeStopId: '77',
      submittedBy: { id: server.org.actor.split('-')[1], type: 'user' },
      fields: [{ label: 'Odometer', numberValue: { value: 12.5 } }],
    });
    expect(made).not.toHaveProperty('externalIds');
    const found = await server.org.get(`/form-submissions?ids=erp:F-1,${made.id}&include=externalIds`);
    expect(found.body.data).toEqual([1, 2].map(() => ({ ...made, externalIds: { erp: 'F-1' } })));
  });
  test('200 is not required unless assigned', async () => {
    expect(await makeSubmission(server.org, every.id)).toMatchObject({ isRequired: false, fields: [] });
  });
  test('200 with dryRun makes nothing', async () => {
    const body = { formTemplate: { id: every.id }, status: 'notStarted' };
    const reply = await server.org.send('POST', '/form-submissions?dryRun=true', body);
    expect(reply.status).toBe(200);
    expect((await server.org.get(`/form-submissions?ids=${reply.body.data.id}`)).status).toBe(404);
  });

  /** A field's type, its wrong value and what is said, after its label and id. */
  const wrong: [string, string, object, string][] = [
    [
      'Odometer',
      'number',
      { numberValue: { value: 'twelve' } },
      'numberValue.value must be a number, not "twelve"',
    ],
    ['Odometer', 'number', { numberValue: { value: 1.7e308 } }, '1.7e+308 is larger than 1e+100.'],
    ['Odometer', 'number', { numberValue: { value: 1.25 } }, '1.25 has more than 1 decimal place.'],
    ['Odometer', 'number', { textValue: { value: '1' } }, 'send numberValue, not textValue'],
    ['Odometer', 'text', { textValue: { value: '1' } }, 'it is of type number, not "text"'],
    ['Odometer', 'number', { numberValue: 1 }, 'numberValue must be an object'],
    ['Remarks', 'text', { textValue: { value: 7 } }, 'textValue.value must be a text, not 7'],
    [
      'Condition',
      'multiple_choice',
      { multipleChoiceValue: { valueId: randomUUID() } },
      'which is none of its options',
    ],
    ['Defects', 'check_boxes', { checkBoxesValue: { valueIds: ['Lights'] } }, 'which is none of its options'],
    ['Seen at', 'datetime', { dateTimeValue: { value: 'yesterday' } }, 'is not an RFC 3339 time'],
    ['Vehicle', 'asset', { assetValue: { asset: { id: 'x' } } }, '"x" is an invalid ID'],
    ['Witness', 'person', { personValue: { person: {} } }, 'polymorphicUserId must be a text'],
    ['Yard', 'geofence', { geofenceValue: { geofence: { id: '' } } }, 'is empty'],
    ['Seal', 'barcode', { barcodeValue: { barcodes: [{ value: '' }] } }, 'a barcode is empty'],
    ['Walk around the vehicle.', 'instruction', {}, 'is an instruction'],
    ['Tires', 'table', { tableValue: { rows: [{ id: 'x', cells: [] }] } }, 'the id of row 1 must be a UUID'],
  ];
  test.each(wrong)('400 naming the field %s by label and id: %s %j', async (label, type, value, message) => {
    const { id } = field(label);
    const reply = await server.org.send('POST', '/form-submissions', {
      formTemplate: { id: every.id },
      status: 'notStarted',
      fields: [{ id, type, ...value }],
    });
    expect(reply).toMatchObject({ status: 400, ...said(`field "${label}" (${id}): `) });
    expect(reply.body.message).toContain(message);
  });
  test('400 naming row and column of a cell that is in the wrong one', async () => {
    const tires = field('Tires');
    const [position, depth] = tires.columns;
    const send = (cell: object) =>
      server.org.send('POST', '/form-submissions', {
        formTemplate: { id: every.id },
        status: 'notStarted',
        fields: [
          { id: tires.id, type: 'table', tableValue: { rows: [{ id: randomUUID(), cells: [cell] }] } },
        ],
      });
    expect(await send({ id: depth.id, type: 'text', textValue: { value: 'front' } })).toMatchObject({
      status: 400,
      ...said(`field "Tires" (${tires.id}), row 1, column "Depth (mm)" (${depth.id}): it is of type number`),
    });
    expect(await send({ id: randomUUID(), type: 'text', textValue: { value: 'front' } })).toMatchObject({
      status: 400,
      ...said(`which is none of its columns: ${position.id} (Position)`),
    });
    expect(await send({ id: depth.id, type: 'number', numberValue: { value: 1.234 } })).toMatchObject({
      status: 400,
      ...said('1.234 has more than 2 decimal places'),
    });
  });
  test('400 for a field that is none of the template, named twice, or with media', async () => {
    const send = (...fields: object[]) =>
      server.org.send('POST', '/form-submissions', {
        formTemplate: { id: every.id },
        status: 'notStarted',
        fields,
      });
    const remarks = { id: field('Remarks').id, type: 'text', textValue: { value: 'x' } };
    expect(await send({ ...remarks, id: randomUUID() })).toMatchObject({
      status: 400,
      ...said('none of the fields'),
    });
    expect(await send(remarks, remarks)).toMatchObject({ status: 400, ...said('named twice') });
    const photo = { id: field('Photos').id, type: 'media', mediaValue: { mediaList: [picture] } };
    expect(await send(photo)).toMatchObject({ status: 400, ...said('no media are taken here') });
  });
  test('404 for an unknown template, revision, person or vehicle', async () => {
    const send = (more: object) =>
      server.org.send('POST', '/form-submissions', {
        formTemplate: { id: every.id },
        status: 'notStarted',
        ...more,
      });
    const asset = {
      id: field('Vehicle').id,
      type: 'asset',
      assetValue: { asset: { id: '281474976000003' } },
    };
    for (const more of [
      { formTemplate: { id: randomUUID() } },
      { formTemplate: { id: every.id, revisionId: randomUUID() } },
      { assignedTo: { id: '281474976000001', type: 'driver' } },
      { assignedTo: { id: driver, type: 'user' } },
      { fields: [asset] },
    ])
      expect((await send(more)).status, JSON.stringify(more)).toBe(404);
  });
});

describe('POST /form-submissions/submit', () => {
  const text = (more = {}) => ({ label: 'Remarks', type: 'text', ...more });

  test('200 keeps earlier answers, scores, and says where', async () => {
    const options = [
      { label: 'Good', optionScoreWeight: 10 },
      { label: 'Poor', optionScoreWeight: 2 },
      { label: 'Not seen' },
    ];
    const template = await makeTemplate(server.org, [
      text(),
      { label: 'Lights', type: 'multiple_choice', options },
      { label: 'Brakes', type: 'multiple_choice', options },
      { label: 'Mirrors', type: 'multiple_choice', options },
      { label: 'Extras', type: 'check_boxes', options: options.slice(0, 2) },
    ]);
    const [remarks, lights, brakes, mirrors, extras] = template.fields;
    const choose = (of: typeof lights, at: number) => ({
      id: of.id,
      type: 'multiple_choice',
      multipleChoiceValue: { valueId: of.options[at].id },
    });
    const { id } = await makeSubmission(server.org, template.id, {
      fields: [{ id: remarks.id, type: 'text', textValue: { value: 'before' } }],
    });
    await server.org.send('POST', '/form-submissions/start', { id });
    const reply = await server.org.send('POST', '/form-submissions/submit', {
      id,
      location: { latitude: 47.5, longitude: -122.25 },
      fields: [
        choose(lights, 0),
        choose(brakes, 1),
        choose(mirrors, 2),
        { id: extras.id, type: 'check_boxes', checkBoxesValue: { valueIds: [extras.options[1].id] } },
      ],
    });
    expect(reply).toMatchObject({
      status: 200,
      body: {
        data: {
          status: 'completed',
          location: { latitude: 47.5, longitude: -122.25 },
          // 10 + 2 of two questions, one is out, 2 of the boxes' 12.
          score: { scorePoints: 14, maxPoints: 32, scorePercent: 43.75 },
          fields: [{ textValue: { value: 'before' } }, {}, {}, {}, {}],
        },
      },
    });
  });

  test('200 or 400 by conditions: follow-up, section, photo, note, issue', async () => {
    const [yes, follow, section] = Array.from({ length: 3 }, () => randomUUID());
    const act = (...actions: object[]) => ({
      conditionalActions: [{ condition: { selectedOptionIds: [yes] }, actions }],
    });
    const template = await makeTemplate(server.org, [], {
      sections: [
        {
          label: 'Main',
          fields: [
            {
              label: 'Damage?',
              type: 'multiple_choice',
              isRequired: true,
              options: [{ id: yes, label: 'Yes' }, { label: 'No' }],
              ...act(
                { type: 'askFollowupQuestion', fieldId: follow },
                { type: 'showSection', sectionId: section },
                { type: 'requirePhoto' },
                { type: 'requireNote' },
                { type: 'createIssue' },
              ),
            },
            text({ id: follow, label: 'Where', isRequired: true }),
          ],
        },
        { id: section, label: 'Third party', fields: [text({ label: 'Name', isRequired: true })] },
      ],
    });
    const [damage, where, name] = template.fields;
    const answer = (at: number, more = {}) => ({
      id: damage.id,
      type: 'multiple_choice',
      multipleChoiceValue: { valueId: damage.options[at].id },
      ...more,
    });
    const submit = async (...fields: object[]) =>
      handIn(server.org, (await makeSubmission(server.org, template.id)).id, fields);
    expect(await submit()).toMatchObject({
      status: 400,
      ...said(`field "Damage?" (${damage.id}): it is required.`),
    });
    expect((await submit(answer(1))).status).toBe(200);
    const incomplete = await submit(answer(0));
    expect(incomplete.status).toBe(400);
    for (const words of [
      'needs a photo',
      'needs a note',
      `"Where" (${where.id}): it is required`,
      `"Name" (${name.id})`,
    ])
      expect(incomplete.body.message).toContain(words);
    const words = (of: typeof where) => ({ id: of.id, type: 'text', textValue: { value: 'x' } });
    const done = await submit(answer(0, { note: 'Seen', mediaList: [picture] }), words(where), words(name));
    expect(done).toMatchObject({
      status: 200,
      body: { data: { fields: [{ note: 'Seen', issue: { id: expect.any(String) } }, {}, {}] } },
    });
  });

  test('400 naming the field for base64 that is none, and for a script that calls itself an image', async () => {
    const photos = field('Photos');
    const send = async (base64Payload: unknown) => {
      const { id } = await makeSubmission(server.org, every.id);
      const mediaValue = { mediaList: [{ base64Payload, mediaType: 'image/png' }] };
      return handIn(server.org, id, [{ id: photos.id, type: 'media', mediaValue }]);
    };
    const name = `field "Photos" (${photos.id}), mediaValue.mediaList.0.base64Payload: `;
    expect(await send('%%%')).toMatchObject({ status: 400, ...said(`${name}it is not base64`) });
    const script = Buffer.from('#!/bin/sh\nrm -rf /\n').toString('base64');
    expect(await send(script)).toMatchObject({ status: 400, ...said(`${name}its content is not that of`) });
    expect(await send(7)).toMatchObject({ status: 400, ...said('must be a text in base64') });
  });
  test('413 for a file or a body that is too large', async () => {
    const { id } = await makeSubmission(server.org, every.id);
    const send = (size: number) => {
      const mediaValue = { mediaList: [{ base64Payload: 'A'.repeat(size), mediaType: 'image/png' }] };
      return handIn(server.org, id, [{ id: field('Photos').id, type: 'media', mediaValue }]);
    };
    expect(await send(14 * 1024 * 1024)).toMatchObject({ status: 413, ...said('"Photos"') });
    expect((await send(33 * 1024 * 1024)).status).toBe(413);
  });
});

describe('status', () => {
  const approval = { approvalConfig: { type: 'singleApproval' } };
  const text = [{ label: 'Remarks', type: 'text' }];
  const submit = (id: string) => server.org.send('POST', '/form-submissions/submit', { id, fields: [] });
  const start = (id: string) => server.org.send('POST', '/form-submissions/start', { id });
  const comment = { approvalDetails: { comment: 'Add a photo' } };

  test('200 along every path with approval', async () => {
    const template = await makeTemplate(server.org, text, approval);
    const { id } = await makeSubmission(server.org, template.id);
    const seen = [
      await start(id),
      await submit(id),
      await patch(id, { status: 'changesRequested', ...comment }),
      await submit(id),
      await patch(id, { status: 'approved' }),
      await patch(id, { status: 'archived' }),
    ].map(({ body }) => body.data?.status);
    expect(seen).toEqual([
      'inProgress',
      'needsReview',
      'changesRequested',
      'needsReview',
      'approved',
      'archived',
    ]);
  });
  test('200 archived from anywhere', async () => {
    const template = await makeTemplate(server.org, text, approval);
    const ways: ((id: string) => Promise<unknown>)[] = [
      start,
      submit,
      (id) => patch(id, { status: 'changesRequested', ...comment }),
    ];
    for (let steps = 0; steps <= ways.length; steps += 1) {
      const { id } = await makeSubmission(server.org, template.id);
      for (const way of ways.slice(0, steps)) await way(id);
      expect((await patch(id, { status: 'archived' })).body.data.status).toBe('archived');
    }
  });
  test('400 for every other move, naming those that are allowed', async () => {
    const targets = ['notStarted', 'inProgress', 'changesRequested', 'approved'];
    const allowed: Record<string, string[]> = {
      notStarted: ['inProgress', 'archived'],
      inProgress: ['needsReview', 'archived'],
      needsReview: ['approved', 'changesRequested', 'archived'],
      changesRequested: ['needsReview', 'archived'],
      approved: ['archived'],
    };
    const template = await makeTemplate(server.org, text, approval);
    const path = [
      async () => {},
      start,
      submit,
      (id: string) => patch(id, { status: 'changesRequested', ...comment }),
      submit,
      (id: string) => patch(id, { status: 'approved' }),
    ];
    const { id } = await makeSubmission(server.org, template.id);
    for (const step of path) {
      await step(id);
      const [{ status }] = (await server.org.get(`/form-submissions?ids=${id}`)).body.data;
      const tries: [string, () => Promise<{ status: number; body: { message: string } }>][] = targets
        .filter((to) => to !== status)
        .map((to) => [to, () => patch(id, { status: to, ...(to === 'changesRequested' ? comment : {}) })]);
      tries.push(['needsReview', () => submit(id)]);
      for (const [to, move] of tries.filter(([to]) => !allowed[status]?.includes(to))) {
        const reply = await move();
        expect(reply.status, `${status} to ${to}`).toBe(400);
        for (const choice of allowed[status] ?? []) expect(reply.body.message).toContain(choice);
      }
    }
    await patch(id, { status: 'archived' });
    expect(await patch(id, { title: 'X' })).toMatchObject({ status: 400, ...said('archived') });
  });
  test('400 for changes without a comment, and for a comment without a decision', async () => {
    const { id } = await makeSubmission(server.org, every.id);
    expect(await patch(id, { status: 'changesRequested' })).toMatchObject({
      status: 400,
      ...said('comment is missing'),
    });
    expect(await patch(id, comment)).toMatchObject({ status: 400, ...said('approvalDetails') });
  });
  test('403 for an approver without the role', async () => {
    const roleId = '7c1b7f5e-0d0a-4c39-9a54-3f1d5a6f0005';
    const template = await makeTemplate(server.org, text, {
      approvalConfig: {
        type: 'singleApproval',
        singleApprovalConfig: { requirements: { roleIds: [roleId] } },
      },
    });
    const { id } = await makeSubmission(server.org, template.id);
    await handIn(server.org, id, []);
    expect(await patch(id, { status: 'approved' })).toMatchObject({ status: 403, ...said(roleId) });
  });
});

describe('PATCH /form-submissions', () => {
  test('200 changes what is named; nothing when nothing is', async () => {
    const made = await makeSubmission(server.org, every.id, { title: 'A' });
    expect((await patch(made.id, {})).body.data).toEqual(made);
    const changed = await patch(made.id, {
      assignedTo: { id: driver, type: 'driver' },
      externalIds: { erp: 'P-1' },
    });
    expect(changed.body.data).toMatchObject({ title: 'A', assignedTo: { id: driver, type: 'driver' } });
    expect((await patch('erp:P-1', { title: 'B' })).body.data).toMatchObject({ id: made.id, title: 'B' });
    const other = await makeSubmission(server.org, every.id);
    expect(await patch(other.id, { externalIds: { erp: 'P-1' } })).toMatchObject({
      status: 400,
      ...said(`erp:P-1 is taken by formSubmission ${made.id}`),
    });
  });
  test('200 again with the same Idempotency-Key changes once', async () => {
    const { id } = await makeSubmission(server.org, every.id);
    await server.org.send('POST', '/form-submissions/start', { id });
    const send = () =>
      server.org.send(
        'POST',
        '/form-submissions/submit',
        { id, fields: [] },
        { 'idempotency-key': 'submit-1' },
      );
    const first = await send();
    expect(await send()).toMatchObject({ status: 200, text: first.text });
  });
});

describe('a token that is limited to tags', () => {
  test('200 and 404: sees what concerns people in them, and must assign to one of them', async () => {
    const [inside, outside] = (await makePeople(server, server.org, 2)) as [string, string];
    const tag = await server.org.send('POST', '/tags', { name: 'North', drivers: [inside] });
    const limited = await server.org.withScopes(
      ['Read Form Submissions', 'Write Form Submissions'],
      [tag.body.data.id],
    );
    const make = async (id: string) =>
      (await makeSubmission(server.org, every.id, { assignedTo: { id, type: 'driver' } })).id;
    const [seen, hidden] = [await make(inside), await make(outside)];
    expect((await limited.get(`/form-submissions?ids=${seen}`)).status).toBe(200);
    expect((await limited.get(`/form-submissions?ids=${hidden}`)).status).toBe(404);
    expect((await limited.send('POST', '/form-submissions/start', { id: hidden })).status).toBe(404);
    expect((await limited.send('POST', `/form-submissions/pdf-exports?id=${hidden}`)).status).toBe(404);
    const stream = await limited.get('/form-submissions/stream?startTime=2026-01-01T00:00:00Z');
    expect(stream.body.data.map(({ id }: { id: string }) => id)).toEqual([seen]);
    const body = { formTemplate: { id: every.id }, status: 'notStarted' };
    expect(await limited.send('POST', '/form-submissions', body)).toMatchObject({
      status: 400,
      ...said('assignedTo is missing'),
    });
    const assigned = (id: string) =>
      limited.send('POST', '/form-submissions', { ...body, assignedTo: { id, type: 'driver' } });
    expect([(await assigned(outside)).status, (await assigned(inside)).status]).toEqual([404, 200]);
  });
});

describe('GET /form-submissions/stream', () => {
  test('200 by template, person and route stop', async () => {
    const org = await server.makeOrg();
    const [a, b] = (await makePeople(server, org, 2)) as [string, string];
    const [one, two] = [await makeTemplate(org, everyField()), await makeTemplate(org, everyField())];
    const make = async (template: { id: string }, id: string, routeStopId: string) =>
      (await makeSubmission(org, template.id, { assignedTo: { id, type: 'driver' }, routeStopId })).id;
    const made = [await make(one, a, '1'), await make(one, b, '2'), await make(two, a, '3')];
    const read = async (query: string) => {
      const { body } = await org.get(`/form-submissions/stream?startTime=2026-01-01T00:00:00Z&${query}`);
      return body.data.map(({ id }: { id: string }) => made.indexOf(id));
    };
    expect(await read('')).toEqual([0, 1, 2]);
    expect(await read(`formTemplateIds=${one.id}`)).toEqual([0, 1]);
    expect(await read(`driverIds=${a}`)).toEqual([0, 2]);
    expect(await read(`driverIds=driver-${a}&formTemplateIds=${two.id}`)).toEqual([2]);
    expect(await read('assignedToRouteStopIds=2,3')).toEqual([1, 2]);
    expect(await read(`userIds=${org.actor}`)).toEqual([]);
  });
  test.each([
    ['startTime is missing', ''],
    ['formTemplateIds: "x" is not a UUID', 'startTime=2026-01-01T00:00:00Z&formTemplateIds=x'],
    ['use one of externalIds', 'startTime=2026-01-01T00:00:00Z&include=all'],
    ['more than 50 values', `startTime=2026-01-01T00:00:00Z&driverIds=${Array(51).fill(1)}`],
  ])('400 %s', async (message, query) => {
    const reply = await server.org.get(`/form-submissions/stream?${query}`);
    expect(reply).toMatchObject({ status: 400, ...said(message) });
  });
});
