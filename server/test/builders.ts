import { randomUUID } from 'node:crypto';
import { importDrivers, importUsers } from '../src/features/directory/index.ts';
import type { Client, TestApp, TestOrg } from './start-app.ts';

/** Creates an object over HTTP and answers it. */
export async function made(org: Client, path: string, body: unknown) {
  const reply = await org.send('POST', path, body);
  if (reply.status >= 300) throw new Error(`${path}: ${reply.text}`);
  return reply.body.data;
}

/** Adds people, all in one write; answers their ids. */
export async function makePeople(
  { database }: Pick<TestApp, 'database'>,
  org: Pick<TestOrg, 'orgId' | 'actor'>,
  count: number,
  type: 'driver' | 'user' = 'driver',
): Promise<string[]> {
  const names = Array.from({ length: count }, (_, n) => `Person ${n + 1}`);
  const writer = { orgId: org.orgId, tagIds: null, actor: org.actor, requestId: 'test' };
  const people =
    type === 'driver'
      ? await importDrivers(
          database,
          writer,
          names.map((name) => ({ name })),
        )
      : await importUsers(
          database,
          writer,
          names.map((name) => ({ name, email: `${randomUUID()}@example.com` })),
        );
  return people.map(({ id }) => id);
}

/** Makes a course over HTTP and answers it. */
export async function makeCourse(org: Client, fields: Record<string, unknown> = {}) {
  const reply = await org.send('POST', '/training-courses', {
    title: 'Defensive Driving',
    category: { name: 'Safety' },
    estimatedTimeToCompleteMinutes: 30,
    status: 'published',
    ...fields,
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body.data as { id: string; revisionId: string; category: { id: string; name: string } };
}

/** Assigns a course to drivers over HTTP and answers the entries. */
export async function makeAssignments(
  org: Client,
  courseId: string,
  learnerIds: string[],
  dueAtTime = '2030-01-01T00:00:00Z',
) {
  const query = new URLSearchParams({ courseId, dueAtTime, learnerIds: learnerIds.join(',') });
  const reply = await org.send('POST', `/training-assignments?${query}`);
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.data as { id: string; learner: { id: string }; isExistingAssignment: boolean }[];
}

/** Makes a qualification type over HTTP and answers it: with a license number and a class, unless told otherwise. */
export async function makeQualificationType(org: Client, fields: Record<string, unknown> = {}) {
  const reply = await org.send('POST', '/qualification-types', {
    name: 'Driver License',
    entityType: 'worker',
    fields: [
      { label: 'License Number', type: 'text', isRequired: true },
      { label: 'Class', type: 'multiple_choice', options: [{ label: 'A' }, { label: 'B' }] },
      { label: 'Points', type: 'number', numDecimalPlaces: 1 },
    ],
    ...fields,
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body.data as {
    id: string;
    revisionId: string;
    name: string;
    fields: {
      id: string;
      label: string;
      type: string;
      isRequired: boolean;
      options?: { id: string; label: string }[];
      columns?: { id: string; label: string; type: string }[];
    }[];
  };
}

/** What a write answers of a qualification record as it is read: without external ids. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into every part of it
export function asRead(record: any): { id: string; fields: { id: string }[] } & Record<string, any> {
  const { externalIds: _, owner, ...rest } = record;
  return { ...rest, owner: { entityType: owner.entityType, id: owner.id } };
}

/** Makes a record of such a type over HTTP and answers it as it is read. */
export async function makeQualificationRecord(
  org: Client,
  type: Pick<Awaited<ReturnType<typeof makeQualificationType>>, 'id' | 'fields'>,
  ownerId: string,
  fields: Record<string, unknown> = {},
) {
  const required = type.fields.filter(({ isRequired }) => isRequired);
  const reply = await org.send('POST', '/qualification-records', {
    qualificationType: { id: type.id },
    owner: { entityType: 'worker', id: ownerId },
    issueDate: '2026-01-15T00:00:00Z',
    fields: required.map(({ id }) => ({ id, type: 'text', textValue: { value: 'D1234567' } })),
    ...fields,
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return asRead(reply.body.data);
}
