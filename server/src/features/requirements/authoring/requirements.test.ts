import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, makeCourse, makeQualificationType } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';

let server: TestApp;
let org: TestOrg;
let courseId: string;
let otherId: string;
let cardId: string;
let inspectionId: string;
let attributeId: string;
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  courseId = (await makeCourse(org)).id;
  otherId = (await makeCourse(org, { title: 'Other' })).id;
  cardId = (await makeQualificationType(org, { name: 'Card' })).id;
  inspectionId = (await makeQualificationType(org, { name: 'Inspection', entityType: 'asset' })).id;
  attributeId = (
    await made(org, '/attributes', { name: 'Terminal', entityType: 'driver', attributeType: 'single-select' })
  ).id;
});
afterAll(() => server.stop());

const draft = (more: Record<string, unknown> = {}) => ({
  name: 'Defensive driving',
  appliesTo: { type: 'driver' },
  satisfiedBy: { course: { id: courseId } },
  ...more,
});

/** A selector that is so many levels deep. */
const deep = (levels: number): object => (levels === 0 ? { type: 'driver' } : { not: deep(levels - 1) });

describe('POST /requirements', () => {
  test('201 what may be left out is completed', async () => {
    const { status, body } = await org.send('POST', '/requirements', draft());
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      state: 'draft',
      hasUnpublishedChanges: true,
      severity: 'block',
      validity: 'forever',
      onlyOnOccurrence: false,
      graceDays: 0,
      warnDays: [],
      refresh: [],
    });
    expect(body.data.revisionId).toBeUndefined();
  });

  test.each<[() => Record<string, unknown>, number, string]>([
    [() => ({ appliesTo: { all: [{ type: 'driver' }, { tag: '7' }] } }), 404, 'appliesTo.all[1].tag'],
    [() => ({ appliesTo: { type: 'boat' } }), 400, 'appliesTo.type'],
    [() => ({ appliesTo: { all: [] } }), 400, 'appliesTo.all'],
    [() => ({ appliesTo: { type: 'driver', tag: '7' } }), 400, 'appliesTo'],
    [() => ({ appliesTo: { everybody: true } }), 400, 'appliesTo.everybody'],
    [() => ({ appliesTo: deep(11) }), 400, 'deeper than 10'],
    [
      () => ({
        appliesTo: {
          any: Array.from({ length: 150 }, () => ({ any: [{ type: 'user' }, { type: 'driver' }] })),
        },
      }),
      400,
      'more than 200 conditions',
    ],
    [() => ({ appliesTo: { attribute: { id: attributeId } } }), 400, 'appliesTo.attribute'],
    [() => ({ appliesTo: { attribute: { id: attributeId, atLeast: 3 } } }), 400, 'appliesTo.attribute.id'],
    [() => ({ satisfiedBy: { course: { id: cardId } } }), 404, 'satisfiedBy.course.id'],
    [
      () => ({ satisfiedBy: { anyOf: [{ course: { id: courseId, minScorePercent: 101 } }] } }),
      400,
      'satisfiedBy.anyOf[0].course.minScorePercent',
    ],
    [
      () => ({ satisfiedBy: { qualification: { typeId: inspectionId } } }),
      400,
      'satisfiedBy.qualification.typeId',
    ],
    [() => ({ appliesTo: { type: 'vehicle' } }), 400, 'satisfiedBy.course.id'],
    [
      () => ({ satisfiedBy: { qualification: { typeId: cardId, fields: [{ field: 'Color', is: 'red' }] } } }),
      400,
      'satisfiedBy.qualification.fields[0].field',
    ],
    [() => ({ satisfiedBy: { hours: { hours: 0, withinMonths: 60 } } }), 400, 'satisfiedBy.hours.hours'],
    [() => ({ validity: { months: 0 } }), 400, 'validity.months'],
    [() => ({ validity: 'sometimes' }), 400, 'validity'],
    [() => ({ validity: { calendar: { month: 2, day: 30 } } }), 400, 'validity.calendar.day'],
    [() => ({ warnDays: [30, -1] }), 400, 'warnDays[1]'],
    [() => ({ refresh: [{ onOccurrence: { type: 'collision' } }] }), 400, 'refresh[0].onOccurrence.dueDays'],
    [() => ({ onlyOnOccurrence: true }), 400, 'onlyOnOccurrence'],
    [() => ({ assign: { courseId: cardId } }), 404, 'assign.courseId'],
    [() => ({ name: ' ' }), 400, 'name'],
    [() => ({ colour: 'red' }), 400, 'colour'],
  ])('%# is refused by the name of its leaf', async (more, expected, leaf) => {
    const { status, body } = await org.send('POST', '/requirements', draft(more()));
    expect(status, body.message).toBe(expected);
    expect(body.message).toContain(leaf);
  });
});

describe('POST /requirements/publish', () => {
  test('200 what is changed later stays a draft until it is published, too', async () => {
    const { id } = await made(org, '/requirements', draft());
    const first = await made(org, '/requirements/publish', { id });
    expect(first).toMatchObject({ state: 'published', hasUnpublishedChanges: false });
    const changed = await org.send('PATCH', '/requirements', { id, graceDays: 3, citation: '49 CFR 391.51' });
    expect(changed.body.data).toMatchObject({
      revisionId: first.revisionId,
      graceDays: 3,
      hasUnpublishedChanges: true,
    });
    const second = await made(org, '/requirements/publish', { id });
    expect(second.revisionId).not.toBe(first.revisionId);
    expect((await made(org, '/requirements/publish', { id })).revisionId).toBe(second.revisionId);
  });

  test('400 requirements that assign each other’s course in a circle', async () => {
    const one = draft({ name: 'One', assign: { courseId: otherId } });
    const { id } = await made(org, '/requirements', one);
    await made(org, '/requirements/publish', { id });
    const two = draft({ name: 'Two', satisfiedBy: { course: { id: otherId } }, assign: { courseId } });
    const other = await made(org, '/requirements', two);
    const { status, body } = await org.send('POST', '/requirements/publish', { id: other.id });
    expect(status).toBe(400);
    expect(body.message).toContain('in a circle: "Two", "One"');
    await org.send('POST', '/requirements/archive', { id });
    expect((await org.send('POST', '/requirements/publish', { id: other.id })).status).toBe(200);
  });

  test('400 once it is archived', async () => {
    const { id } = await made(org, '/requirements', draft());
    expect((await org.send('POST', '/requirements/archive', { id })).body.data.state).toBe('archived');
    for (const [method, path] of [
      ['POST', '/requirements/publish'],
      ['PATCH', '/requirements'],
    ] as const)
      expect((await org.send(method, path, { id })).status).toBe(400);
  });
});

describe('GET /requirements', () => {
  test('200 pages, archived ones only when they are asked for', async () => {
    const { id } = await made(org, '/requirements', draft({ name: 'Old' }));
    await made(org, '/requirements/archive', { id });
    const names = async (query: string): Promise<string[]> =>
      (await org.get(`/requirements?${query}`)).body.data.map(({ name }: { name: string }) => name);
    expect(await names('')).not.toContain('Old');
    expect(await names('states=archived')).toContain('Old');
    expect(await names(`ids=${id}`)).toEqual(['Old']);
    const { body } = await org.get('/requirements?limit=1');
    const next = await org.get(`/requirements?limit=1&after=${body.pagination.endCursor}`);
    expect(next.body.data[0].id > body.data[0].id).toBe(true);
  });
});
