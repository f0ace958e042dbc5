import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyField, makeSubmission, makeTemplate } from '../../../../test/forms.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

const text = { label: 'Remarks', type: 'text' };
const choice = (more = {}) => ({
  label: 'Damage?',
  type: 'multiple_choice',
  options: [{ label: 'Yes' }, { label: 'No' }],
  ...more,
});

describe('POST /form-templates', () => {
  test('201 with a field of every type, as GET shows it', async () => {
    const made = await makeTemplate(server.org, everyField(), {
      description: 'Before each trip',
      formCategory: 'assetInspection',
    });
    expect(made.fields.map(({ type }) => type)).toEqual(everyField().map(({ type }) => type));
    const listed = await server.org.get(`/form-templates?ids=${made.id}`);
    expect(listed.body.data).toEqual([made]);
  });
  test('201 lays sections over the fields and completes scores, conditions and approval', async () => {
    const [yes, no, followUp, section] = Array.from({ length: 4 }, () => randomUUID());
    const reply = await server.org.send('POST', '/form-templates', {
      title: 'Accident',
      approvalConfig: { type: 'singleApproval' },
      sections: [
        {
          label: 'What happened',
          fields: [
            choice({
              options: [
                { id: yes, label: 'Yes', optionScoreWeight: 1 },
                { id: no, label: 'No', optionScoreWeight: 5 },
                { label: 'Unknown' },
              ],
              conditionalActions: [
                {
                  condition: { selectedOptionIds: [yes] },
                  actions: [
                    { type: 'askFollowupQuestion', fieldId: followUp },
                    { type: 'showSection', sectionId: section },
                  ],
                },
              ],
            }),
            { ...text, id: followUp },
          ],
        },
        {
          id: section,
          label: 'Damage',
          fields: [
            {
              label: 'Where',
              type: 'check_boxes',
              options: [
                { label: 'Front', optionScoreWeight: 2 },
                { label: 'Rear', optionScoreWeight: 3 },
              ],
            },
          ],
        },
      ],
    });
    expect(reply.status).toBe(201);
    const { sections, fields, approvalConfig } = reply.body.data;
    expect(sections).toMatchObject([
      { label: 'What happened', fieldIndexFirstInclusive: 0, fieldIndexLastInclusive: 1 },
      { id: section, label: 'Damage', fieldIndexFirstInclusive: 2, fieldIndexLastInclusive: 2 },
    ]);
    expect(fields[0]).toMatchObject({
      questionWeight: 5,
      options: [
        { id: yes, optionScoreWeight: 1, ignoreQuestionFromScoreIfSelected: false },
        { id: no, optionScoreWeight: 5, ignoreQuestionFromScoreIfSelected: false },
        { label: 'Unknown', ignoreQuestionFromScoreIfSelected: true },
      ],
      conditionalActions: [{ condition: { type: 'multipleChoiceValueCondition', selectedOptionIds: [yes] } }],
    });
    expect(fields[2].questionWeight).toBe(5);
    expect(approvalConfig).toEqual({
      type: 'singleApproval',
      singleApprovalConfig: { allowManualApproverSelection: true, requirements: { roleIds: [] } },
    });
  });

  const id = randomUUID();
  const action = (actions: object[], selectedOptionIds = [id]) => [
    choice({
      options: [{ id, label: 'Yes' }],
      conditionalActions: [{ condition: { selectedOptionIds }, actions }],
    }),
  ];
  test.each<[string, object[]]>([
    ['fields: it needs at least 1 value', []],
    ['type: use one of number, text', [{ ...text, type: 'essay' }]],
    ['field "Remarks": a text has no numDecimalPlaces', [{ ...text, numDecimalPlaces: 2 }]],
    ['that is for number.', [{ ...text, numDecimalPlaces: 2 }]],
    ['it needs options', [{ label: 'X', type: 'check_boxes' }]],
    ['a table needs columns', [{ label: 'X', type: 'table' }]],
    [
      'the id',
      [
        { ...text, id },
        { ...text, id },
      ],
    ],
    ['an instruction cannot be required', [{ label: 'X', type: 'instruction', isRequired: true }]],
    [
      'timeZone "Mars/Phobos" is no IANA time zone',
      [{ label: 'X', type: 'datetime', timeZone: 'Mars/Phobos' }],
    ],
    ['is no other field', action([{ type: 'askFollowupQuestion', fieldId: randomUUID() }])],
    ['is no section', action([{ type: 'showSection', sectionId: randomUUID() }])],
    ['fieldId belongs to askFollowupQuestion', action([{ type: 'requirePhoto', fieldId: id }])],
    ['which is none of its options', action([{ type: 'requireNote' }], [randomUUID()])],
    ['autofillFromId', [{ ...text, autofillFromId: id }]],
    [
      'ignoreQuestionFromScoreIfSelected is for questions',
      [choice({ options: [{ label: 'Yes', ignoreQuestionFromScoreIfSelected: true }] })],
    ],
  ])('400 %s', async (message, fields) => {
    const reply = await server.org.send('POST', '/form-templates', {
      title: 'X',
      sections: [{ label: 'S', fields }],
    });
    expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining(message) } });
  });
  test('403 names the scope', async () => {
    const reader = await server.org.withScopes(['Read Form Submissions']);
    const reply = await reader.send('POST', '/form-templates', {});
    expect(reply).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('"Write Form Submissions"') },
    });
  });
  test('404 for a role that the organization does not have', async () => {
    const reply = await server.org.send('POST', '/form-templates', {
      title: 'X',
      approvalConfig: {
        type: 'singleApproval',
        singleApprovalConfig: { requirements: { roleIds: ['nope'] } },
      },
      sections: [{ label: 'S', fields: [text] }],
    });
    expect(reply).toMatchObject({ status: 404, body: { message: expect.stringContaining('nope') } });
  });
});

describe('PATCH /form-templates', () => {
  test('200 makes a revision when something changes; submissions keep theirs', async () => {
    const made = await makeTemplate(server.org, [text], { description: 'Old' });
    const old = await makeSubmission(server.org, made.id);
    const same = await server.org.send('PATCH', '/form-templates', {
      id: made.id,
      title: 'Pre-trip inspection',
    });
    expect(same.body.data).toEqual(made);
    const changed = await server.org.send('PATCH', '/form-templates', {
      id: made.id,
      description: null,
      sections: [{ label: 'New', fields: [{ ...text, id: made.fields[0].id, isRequired: true }] }],
    });
    expect(changed.status).toBe(200);
    expect(changed.body.data.revisionId).not.toBe(made.revisionId);
    expect(changed.body.data).not.toHaveProperty('description');
    expect(changed.body.data.fields[0]).toMatchObject({ id: made.fields[0].id, isRequired: true });
    const formTemplate = { id: made.id, revisionId: made.revisionId };
    expect((await server.org.get(`/form-submissions?ids=${old.id}`)).body.data[0]).toMatchObject({
      formTemplate,
    });
    expect(await makeSubmission(server.org, made.id)).toMatchObject({
      formTemplate: { id: made.id, revisionId: changed.body.data.revisionId },
    });
    expect(await makeSubmission(server.org, made.id, { formTemplate })).toMatchObject({ formTemplate });
  });
  test('404 for an unknown template', async () => {
    expect((await server.org.send('PATCH', '/form-templates', { id: 'nope', title: 'X' })).status).toBe(404);
  });
});

describe('GET /form-templates', () => {
  test('200 pages to the end with an empty cursor', async () => {
    const org = await server.makeOrg();
    for (let n = 0; n < 101; n += 1) await makeTemplate(org, [text], { title: `Form ${n}` });
    const first = await org.get('/form-templates');
    expect(first.body.data.length).toBe(100);
    const rest = await org.get(`/form-templates?after=${first.body.pagination.endCursor}`);
    expect(rest.body).toMatchObject({
      data: [{ title: 'Form 100' }],
      pagination: { endCursor: '', hasNextPage: false },
    });
  });
  test('400 for what is no id', async () => {
    expect(await server.org.get('/form-templates?ids=x')).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('"x" is not a UUID') },
    });
  });
});

describe('GET /preview/form-templates', () => {
  test('200 in the older shape', async () => {
    const made = await makeTemplate(server.org, [
      { label: 'Truck', type: 'asset', allowedAssetTypes: ['vehicle', 'unpoweredAsset'] },
      { label: 'Sign', type: 'signature', legalText: 'I agree.' },
    ]);
    const { body } = await server.org.get(`/preview/form-templates?ids=${made.id}`);
    expect(body.data[0]).toMatchObject({
      description: '',
      sections: [{ label: 'All', fieldIndexFirstInclusive: 0, fieldIndexLastInclusive: 1 }],
      fields: [{ allowedAssetTypes: ['Vehicle', 'UnpoweredAsset'] }, { legalText: 'I agree.' }],
    });
    expect(body.data[0].sections[0]).not.toHaveProperty('id');
  });
});
