import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dataset } from '../src/kernel/dataset.ts';
import { type Json, type Operation, Operations } from './operations.ts';
import type { Ids } from './probe.ts';
import { makeIds } from './probes.ts';
import { work } from './reports.ts';
import { signedIn, somebody } from './signed-in.ts';
import { type Client, type Reply, startApp, type TestApp } from './start-app.ts';

// A token that is limited to an empty tag sees nobody, whatever it reads. Everything that the probes made is
// related to their driver and vehicle, and every read is tried with a full token too: that one has to see it.

/** Kinds of objects that concern nobody, each with its reason. This list may only shrink. */
const CONCERNS_NOBODY: Record<string, string> = {
  attribute: 'a word of the organization',
  attributeValue: 'a word of the organization',
  category: 'a word of the organization',
  course: 'what may be learned, whoever does',
  formField: 'a part of a form template',
  formRevision: 'a form template',
  formTemplate: 'a form that nobody has filled in',
  ledgerVerification: 'a walk along the whole ledger',
  qualificationField: 'a part of a qualification type',
  qualificationType: 'what may be held, whoever does',
  reportConfig: 'what may be asked, whoever asks',
  requirement: 'a rule, whoever it applies to',
  tag: 'a word of the organization',
};

/** Reads that have something for everybody, each with its reason. This list may only shrink. */
const CHOICE = 'what there is to choose from, the same for everybody';
const FOR_EVERYBODY: Record<string, string> = {
  'GET /attention': 'the kinds of what is to be done, of nobody',
  'GET /attributes': CHOICE,
  'GET /attributes/{id}': CHOICE,
  'GET /driver-efficiency/settings': 'how scores are made, for everybody alike',
  'GET /form-templates': CHOICE,
  'GET /me': 'the organization',
  'GET /organization/settings': 'the organization',
  'GET /preview/custom-reports/configs': CHOICE,
  'GET /preview/form-templates': CHOICE,
  'GET /preview/training-courses': CHOICE,
  'GET /qualification-types': CHOICE,
  'GET /readiness': 'figures, all of them zero',
  'GET /readiness/history': 'days, with figures that are all zero',
  'GET /readiness/lapses': 'weeks, with figures that are all zero',
  'GET /reminder-policies': 'when people are reminded, the same for everybody',
  'GET /reports/configs': CHOICE,
  'GET /reports/datasets': CHOICE,
  'GET /requirement-statuses': 'up to which entry they are, without anybody',
  'GET /requirement-statuses/matrix': 'the rules alone, without anybody',
  'GET /requirements': 'rules, the same for everybody',
  'GET /tags': CHOICE,
  'GET /training-course-categories': CHOICE,
  'GET /training-courses': CHOICE,
  'GET /training/package/': CHOICE,
  'GET /training/package/{api_id}/': CHOICE,
  'GET /user-roles': CHOICE,
};

/** Reads that count and name nobody: none for whoever sees nobody. */
const FIGURES = ['GET /expirations', 'GET /qualification-types/figures', 'GET /training-courses/figures'];

/** Reads of what concerns everybody at once: 403 for whoever is limited to tags. */
const FOR_THE_WHOLE = [
  'GET /changes',
  'GET /changes/objects',
  'GET /ledger',
  'GET /ledger/verify',
  'GET /tokens',
  'GET /tokens/scopes',
];

/** Datasets that have something for everybody, each with its reason. This list may only shrink. */
const DATASETS_FOR_EVERYBODY: Record<string, string> = { TrainingCourses: CHOICE };

let server: TestApp;
let ids: Ids;
let nobody: Client;
let empty: string;
let reads: { operation: Operation; url: string }[];
beforeAll(async () => {
  server = await startApp();
  ids = await makeIds(server, server.org);
  empty = (await server.org.send('POST', '/tags', { name: 'Empty' })).body.data.id;
  nobody = await server.org.withScopes(['Full Access'], [empty]);
  const operations = new Operations(server.app, ids);
  reads = operations.all
    .filter(({ method, audience }) => method === 'GET' && audience === 'scope')
    .flatMap((operation) => operations.everyWay(operation).map((url) => ({ operation, url })));
});
afterAll(() => server.stop());

/** What tells of somebody: the ids of what concerns people and vehicles, and their names. */
const telling = (): string[] => [
  ...Object.entries(ids)
    .filter(([kind]) => !(kind in CONCERNS_NOBODY))
    .map(([, id]) => id),
  'Person 1',
  'Truck',
];

const tells = ({ body, text }: Reply): boolean => {
  const said = body
    ? JSON.stringify({ ...body, requestId: undefined, message: undefined, detail: undefined })
    : text;
  return telling().some((word) => said.includes(word));
};

/** Whether a reply has no item, and counts none. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (value && typeof value === 'object') {
    const { pagination: _, ...rest } = value as Json;
    return Object.values(rest).every(isEmpty);
  }
  return value === 0 || value === null || value === '';
}

/** What somebody is told that they should not be, and which reads have something for them. */
async function lookAround(as: Client, mayBeRefused: boolean): Promise<{ leaks: string[]; shown: string[] }> {
  const leaks: string[] = [];
  const shown = new Set<string>();
  for (const { operation, url } of reads) {
    const reply = await as.get(url);
    if (reply.status === 403 && (mayBeRefused || FOR_THE_WHOLE.includes(operation.name))) continue;
    if (reply.status >= 500 || (reply.status === 200 && tells(reply)))
      leaks.push(`${url}: ${reply.status} ${reply.text}`);
    if (reply.status === 200 && !isEmpty(reply.body)) shown.add(operation.name);
    else if (reply.status !== 200 && reply.status !== 404)
      leaks.push(`${url}: ${reply.status} ${reply.text}`);
  }
  return { leaks, shown: [...shown].sort() };
}

test('a token that is limited to an empty tag sees nobody, and nothing that concerns anybody', async () => {
  const { leaks, shown } = await lookAround(nobody, false);
  expect(leaks).toEqual([]);
  expect(shown).toEqual(Object.keys(FOR_EVERYBODY).sort());
});

test.each(['manager', 'viewer'] as const)('nor does a %s of that tag who has signed in', async (role) => {
  const here = await signedIn(server, await somebody(server, server.org, role, [empty]));
  const { leaks, shown } = await lookAround(here, true);
  expect(leaks).toEqual([]);
  expect(shown).toEqual(Object.keys(FOR_EVERYBODY).sort());
});

/** What a learner is told of themselves beside what is for everybody. */
const OF_ONESELF = ['GET /subjects'];

test('a learner who has signed in sees nobody else', async () => {
  const here = await signedIn(server, await somebody(server, server.org, 'learner'));
  const { leaks, shown } = await lookAround(here, true);
  expect(leaks).toEqual([]);
  expect(shown.filter((name) => !(name in FOR_EVERYBODY))).toEqual(OF_ONESELF);
});

test('and a token without a limit sees them, wherever there is something to see', async () => {
  const seen = new Set<string>();
  for (const { operation, url } of reads) {
    const reply = await server.org.get(url);
    const isTold = FIGURES.includes(operation.name) ? !isEmpty(reply.body) : tells(reply);
    if (reply.status === 200 && isTold) seen.add(operation.name);
  }
  const unseen = reads.filter(
    ({ operation: { name } }) => !seen.has(name) && !(name in FOR_EVERYBODY) && !FOR_THE_WHOLE.includes(name),
  );
  expect([...new Set(unseen.map(({ operation }) => operation.name))]).toEqual([]);
});

/** Everything that a dataset shows to a token; undefined where it shows nothing but to tokens without a limit. */
async function rowsOf(reader: Client, { id, columns }: Dataset): Promise<Reply | undefined> {
  const shown = columns.map(({ name }) => ({ fieldName: name }));
  const reportConfig = { datasetId: id, columns: shown };
  const run = await reader.send('POST', '/reports/runs', { reportConfig });
  if (run.status === 403) return undefined;
  await work(server);
  const reply = await reader.get(`/reports/runs/data?id=${run.body.data.id}`);
  expect(reply.body.data, reply.text).toMatchObject({ status: 'complete' });
  return reply;
}

test('a report of its own tells such a token of nobody either', async () => {
  const leaks: string[] = [];
  const open: string[] = [];
  const unseen: string[] = [];
  for (const dataset of server.services.datasets.all) {
    const { id } = dataset;
    const reply = await rowsOf(nobody, dataset);
    if (reply && tells(reply)) leaks.push(`${id}: ${reply.text}`);
    if (reply && reply.body.data.rows.length > 0) open.push(id);
    const all = await rowsOf(server.org, dataset);
    if (!(id in DATASETS_FOR_EVERYBODY) && !(all && tells(all))) unseen.push(id);
  }
  expect(leaks).toEqual([]);
  expect(open.sort()).toEqual(Object.keys(DATASETS_FOR_EVERYBODY).sort());
  expect(unseen).toEqual([]);
});
