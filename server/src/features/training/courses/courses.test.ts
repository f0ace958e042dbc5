import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { systemWriter } from '../../../kernel/auth.ts';
import { sql } from '../../../kernel/database/database.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { trainingCourse } from './resource.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

/** More courses than requests could make in the time of a test; the ledger is told, so that it agrees. */
const makeMany = ({ orgId }: TestOrg, count: number) =>
  write(server.database, systemWriter(orgId, 'test'), async (tx) => {
    const rows = await tx.rows(sql`
      insert into course (org_id, id, revision_id, category_id, title, estimated_minutes, status, created_at, updated_at)
      select org_id, gen_random_uuid(), revision_id, category_id, title, estimated_minutes, status, ${tx.at}, ${tx.at}
      from course, generate_series(1, ${count}) where org_id = ${orgId} returning id`);
    tx.changed(
      trainingCourse,
      'create',
      rows.map(([id]) => id),
    );
  });

const input = { title: 'Winter Driving', category: { name: 'Seasonal' }, estimatedTimeToCompleteMinutes: 20 };

describe('POST /training-courses', () => {
  test('201 makes a draft, and its category by name', async () => {
    const reply = await server.org.send('POST', '/training-courses', {
      ...input,
      description: 'Snow & "ice"',
      labels: [{ name: 'safety', type: 'speeding' }],
    });
    expect(reply).toMatchObject({
      status: 201,
      body: {
        data: {
          title: 'Winter Driving',
          description: 'Snow & "ice"',
          status: 'draft',
          category: { name: 'Seasonal' },
          labels: [{ name: 'safety', type: 'speeding' }],
        },
      },
    });
    const again = await server.org.send('POST', '/training-courses', {
      ...input,
      category: { name: 'SEASONAL' },
    });
    expect(again.body.data.category).toEqual(reply.body.data.category);
  });
  test('201 again with the same Idempotency-Key makes one course', async () => {
    const send = () =>
      server.org.send(
        'POST',
        '/training-courses',
        { ...input, title: 'Once' },
        { 'idempotency-key': 'course-1' },
      );
    const [first, second] = [await send(), await send()];
    expect(second).toMatchObject({ status: 201, text: first.text });
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });
  test('201 with dryRun makes nothing', async () => {
    const reply = await server.org.send('POST', '/training-courses?dryRun=true', {
      ...input,
      status: 'published',
    });
    expect(reply.status).toBe(201);
    const found = await server.org.get(`/training-courses?courseIds=${reply.body.data.id}`);
    expect(found.status).toBe(404);
  });
  test.each([
    ['title is missing', { title: undefined }],
    ['parameter title: it is empty', { title: '' }],
    ['parameter title: it is longer than 255 characters', { title: 'x'.repeat(256) }],
    ['category is missing', { category: undefined }],
    ['parameter category', { category: {} }],
    ['parameter category.id: "7" is not a UUID', { category: { id: '7' } }],
    [
      'parameter estimatedTimeToCompleteMinutes: it must be an integer',
      { estimatedTimeToCompleteMinutes: '20' },
    ],
    ['parameter estimatedTimeToCompleteMinutes: it must be >= 0', { estimatedTimeToCompleteMinutes: -1 }],
    ['parameter labels[0].type: use one of accel', { labels: [{ name: 'safety', type: 'flying' }] }],
    ['parameter status: use one of draft, published', { status: 'archived' }],
    ['Unknown field titel', { titel: 'x' }],
  ])('400 %s', async (message, change) => {
    const reply = await server.org.send('POST', '/training-courses', { ...input, ...change });
    expect(reply).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(message), requestId: expect.any(String) },
    });
  });
  test('403 names the scope', async () => {
    const reader = await server.org.withScopes(['Read Training Courses']);
    const reply = await reader.send('POST', '/training-courses', input);
    expect(reply).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('"Write Training Courses"') },
    });
  });
  test('404 for another organization’s category', async () => {
    const other = await server.makeOrg();
    const { category } = await makeCourse(other);
    const reply = await server.org.send('POST', '/training-courses', {
      ...input,
      category: { id: category.id },
    });
    expect(reply).toMatchObject({ status: 404, body: { message: expect.stringContaining(category.id) } });
  });
});

describe('GET /training-courses', () => {
  test('200 never shows drafts unless asked, and filters by id, category and status', async () => {
    const org = await server.makeOrg();
    const [a, b] = [await makeCourse(org), await makeCourse(org, { category: { name: 'Other' } })];
    const draft = await makeCourse(org, { status: 'draft' });
    await org.send('POST', '/training-courses/archive', { id: b.id });
    const ids = async (query: string) =>
      (await org.get(`/training-courses?${query}`)).body.data.map((course: { id: string }) => course.id);
    expect(await ids('')).toEqual([a.id, b.id]);
    expect(await ids('includeDrafts=true')).toEqual([a.id, b.id, draft.id]);
    expect(await ids(`courseIds=${b.id},${a.id}`)).toEqual([a.id, b.id]);
    expect(await ids(`courseIds=${b.id}&courseIds=${a.id}`)).toEqual([a.id, b.id]);
    expect(await ids(`categoryIds=${b.category.id}`)).toEqual([b.id]);
    expect(await ids('status=archived,deleted')).toEqual([b.id]);
  });
  test('200 pages to the end with an empty cursor', async () => {
    const org = await server.makeOrg();
    await makeCourse(org);
    await makeMany(org, 1100);
    const seen: string[] = [];
    let after = '';
    let pages = 0;
    do {
      const { body } = await org.get(`/training-courses?after=${after}`);
      seen.push(...body.data.map((course: { id: string }) => course.id));
      expect(body.pagination.hasNextPage).toBe(body.pagination.endCursor !== '');
      after = body.pagination.endCursor;
      pages += 1;
    } while (after !== '');
    expect([pages, seen.length, new Set(seen).size]).toEqual([3, 1101, 1101]);
  });
  test.each([
    ['courseIds: "x" is not a UUID', 'courseIds=x'],
    [
      'courseIds: it has more than 100 values',
      `courseIds=${Array(101).fill('0191d1b8-0000-7000-8000-000000000000').join(',')}`,
    ],
    ['status[0]: use one of published, deleted, archived', 'status=draft'],
    ['invalid or expired pagination cursor', 'after=bogus'],
  ])('400 %s', async (message, query) => {
    const reply = await server.org.get(`/training-courses?${query}`);
    expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining(message) } });
  });
  test('400 for a cursor of other parameters', async () => {
    const org = await server.makeOrg();
    await makeCourse(org);
    await makeMany(org, 600);
    const { body } = await org.get('/training-courses');
    const reply = await org.get(`/training-courses?status=published&after=${body.pagination.endCursor}`);
    expect(reply).toMatchObject({
      status: 400,
      body: { message: 'Parameters differ from previous paginated request.' },
    });
  });
});

describe('PATCH /training-courses', () => {
  test('200 makes a revision when the content changes, and assignments keep theirs', async () => {
    const org = await server.makeOrg();
    const course = await makeCourse(org, { description: 'Old' });
    const [driver] = await makePeople(server, org, 1);
    const [before] = await makeAssignments(org, course.id, [driver as string]);
    const labelled = await org.send('PATCH', '/training-courses', {
      id: course.id,
      labels: [{ name: 'safety', type: 'drowsy' }],
    });
    expect(labelled.body.data.revisionId).toBe(course.revisionId);
    const renamed = await org.send('PATCH', '/training-courses', {
      id: course.id,
      title: 'New',
      description: null,
    });
    expect(renamed.status).toBe(200);
    expect(renamed.body.data.revisionId).not.toBe(course.revisionId);
    expect(renamed.body.data).not.toHaveProperty('description');
    const kept = await org.get(`/training-assignments?ids=${before?.id}`);
    expect(kept.body.data[0].course).toEqual({ id: course.id, revisionId: course.revisionId });
  });
  test('404 for an unknown course', async () => {
    const reply = await server.org.send('PATCH', '/training-courses', { id: 'nope', title: 'x' });
    expect(reply.status).toBe(404);
  });
});

describe('POST /training-courses/publish, /archive, /delete', () => {
  test('200 archiving deletes what is in progress, deleting deletes everything', async () => {
    const org = await server.makeOrg();
    const course = await makeCourse(org);
    const drivers = await makePeople(server, org, 3);
    const [idle, busy, done] = await makeAssignments(org, course.id, drivers);
    await org.send('POST', '/training-assignments/start', { id: busy?.id });
    await org.send('POST', '/training-assignments/complete', { id: done?.id });
    const deleted = async () => {
      const { body } = await org.get(`/training-assignments?ids=${[idle, busy, done].map((a) => a?.id)}`);
      return body.data.map((a: { deletedAtTime?: string }) => a.deletedAtTime !== undefined);
    };
    expect((await org.send('POST', '/training-courses/archive', { id: course.id })).body.data.status).toBe(
      'archived',
    );
    expect(await deleted()).toEqual([false, true, false]);
    expect((await org.send('POST', '/training-courses/publish', { id: course.id })).body.data.status).toBe(
      'published',
    );
    expect((await org.send('POST', '/training-courses/delete', { id: course.id })).body.data.status).toBe(
      'deleted',
    );
    expect(await deleted()).toEqual([true, true, true]);
  });
  test('400 for a deleted course, which stays deleted', async () => {
    const course = await makeCourse(server.org);
    await server.org.send('POST', '/training-courses/delete', { id: course.id });
    for (const verb of ['publish', 'archive']) {
      const reply = await server.org.send('POST', `/training-courses/${verb}`, { id: course.id });
      expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining('is deleted') } });
    }
    expect((await server.org.send('PATCH', '/training-courses', { id: course.id, title: 'x' })).status).toBe(
      400,
    );
  });
});

describe('/training-course-categories', () => {
  test('201 makes one, 200 lists by name, 400 for a name that exists', async () => {
    const org = await server.makeOrg();
    for (const name of ['safety', 'Compliance']) {
      expect((await org.send('POST', '/training-course-categories', { name })).status).toBe(201);
    }
    const list = await org.get('/training-course-categories');
    expect(list.body.data.map((c: { name: string }) => c.name)).toEqual(['Compliance', 'safety']);
    const again = await org.send('POST', '/training-course-categories', { name: 'SAFETY' });
    expect(again).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('exists already') },
    });
  });
});

describe('GET /preview/training-courses', () => {
  test('200 in the older shape: label, not labels', async () => {
    const org = await server.makeOrg();
    const course = await makeCourse(org, {
      labels: [
        { name: 'safety', type: 'tailgating' },
        { name: 'safety', type: 'drowsy' },
      ],
    });
    await makeCourse(org);
    const { status, body } = await org.get('/preview/training-courses');
    expect(status).toBe(200);
    expect(body.data[0]).toMatchObject({ id: course.id, label: { name: 'safety', type: 'tailgating' } });
    expect(body.data[0]).not.toHaveProperty('labels');
    expect(body.data[1]).not.toHaveProperty('label');
  });
  test('403 without Read Preview', async () => {
    const reader = await server.org.withScopes(['Read Training Courses']);
    expect(await reader.get('/preview/training-courses')).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('Read Preview') },
    });
  });
});
