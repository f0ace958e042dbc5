import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../src/features/sign-in/index.ts';
import { createToken, withdrawToken } from '../src/features/tokens/index.ts';
import { sql } from '../src/kernel/database/database.ts';
import { inPlace } from './contract.ts';
import { explanation } from './dialects.ts';
import { audienceOf, type Operation as Described, READS_BY_POST } from './operations.ts';
import type { Foreign, Ids } from './probe.ts';
import { isIdName, makeIds, nobodys, PROBES } from './probes.ts';
import { signedIn, somebody } from './signed-in.ts';
import { type Client, client, type Reply, startApp, type TestApp, type TestOrg } from './start-app.ts';

// Who may do what, over every operation there is. What a new operation needs here is a line in its feature's probe,
// if it takes the id of anything.

interface Operation {
  name: string;
  method: string;
  /** With 1 for each parameter. */
  path: string;
  /** Empty where it is for whoever has signed in, or for anyone. */
  scope: string;
  audience: Described['audience'];
  takesIds: boolean;
}

type Requests = (theirs: Ids, mine: Ids) => Foreign[];

let server: TestApp;
let org: TestOrg;
let operations: Operation[];
beforeAll(async () => {
  server = await startApp();
  org = server.org;
  // biome-ignore lint/suspicious/noExplicitAny: a document is walked by its keys
  const { paths: shared, components } = server.app.swagger() as any;
  const paths = inPlace(shared, components);
  /** Whether a name ends like an id, as a parameter's name or as a field's. */
  const hasId = (text: string): boolean =>
    [...text.matchAll(/"(\w+)"[:,}]/g)].some(([, name = '']) => isIdName(name));
  /** The text of a schema with that of every component in it. */
  const textOf = (schema: unknown, depth = 0): string => {
    const text = JSON.stringify(schema ?? {});
    const inside = depth > 5 ? [] : [...text.matchAll(/schemas\/(\w+)"/g)];
    return [text, ...inside.map((match) => textOf(components.schemas[match[1] as string], depth + 1))].join(
      ' ',
    );
  };
  operations = Object.entries<Record<string, Record<string, unknown>>>(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path: path.replace(/\{\w+\}/g, '1'),
        scope: /Scope: ([^.]+)\./.exec(String(operation.description))?.[1] ?? '',
        audience: audienceOf(operation),
        takesIds: hasId(JSON.stringify(operation.parameters ?? [])) || hasId(textOf(operation.requestBody)),
      };
    }),
  );
});
afterAll(() => server.stop());

/** What each operation answers that is not as expected: none, if all is well. */
async function unexpected(
  ask: (operation: Operation) => Promise<Reply>,
  expected: (reply: Reply, operation: Operation) => boolean,
  of: readonly Operation[] = operations.filter(({ audience }) => audience === 'scope'),
): Promise<string[]> {
  const odd: string[] = [];
  for (const operation of of) {
    const reply = await ask(operation);
    if (!expected(reply, operation))
      odd.push(`${operation.name}: ${reply.status} ${reply.text.slice(0, 200)}`);
  }
  return odd;
}

/** All that somebody has to be let in for. */
const closed = () => operations.filter(({ audience }) => audience !== 'anyone');

/** Sends an operation with nothing that it needs. */
const bare = (as: Client) => (operation: Operation) => as.send(operation.method, operation.path);

const is401 = (reply: Reply): boolean => reply.status === 401 && explanation(reply) === 'Invalid token.';

describe('every operation', () => {
  test('is there', () => expect(operations.length).toBeGreaterThan(20));

  test('401 without a token', async () => {
    expect(await unexpected(bare(client(server.url, '')), is401, closed())).toEqual([]);
  });

  test('401 with a bad token', async () => {
    expect(await unexpected(bare(client(server.url, `${org.token.slice(0, -1)}!`)), is401, closed())).toEqual(
      [],
    );
  });

  test('401 with a revoked token', async () => {
    const request = { name: 'Revoked', scopes: ['Full Access'], tagIds: null };
    const { id, token } = await createToken(server.database, org.orgId, request);
    await withdrawToken(server.database, org.orgId, id);
    const revoked = client(server.url, token);
    expect(await unexpected(bare(revoked), is401, closed())).toEqual([]);
  });

  test('403 with every scope but its own, naming it', async () => {
    const scopes = [...new Set(operations.flatMap(({ scope }) => scope || []))];
    const clients = new Map<string, Client>();
    for (const scope of scopes)
      clients.set(scope, await org.withScopes(['Unrelated', ...scopes.filter((other) => other !== scope)]));
    const odd = await unexpected(
      (operation) => bare(clients.get(operation.scope) as Client)(operation),
      (reply, { scope }) => reply.status === 403 && explanation(reply)?.includes(`"${scope}"`) === true,
    );
    expect(odd).toEqual([]);
  });

  test('neither 401 nor 403 with its own scope alone', async () => {
    const clients = new Map<string, Client>();
    for (const { scope } of operations)
      if (scope && !clients.has(scope)) clients.set(scope, await org.withScopes([scope]));
    const odd = await unexpected(
      (operation) => {
        const as = clients.get(operation.scope) as Client;
        return operation.method === 'GET'
          ? bare(as)(operation)
          : as.send(operation.method, `${operation.path}?dryRun=true`);
      },
      ({ status }) => status < 500 && status !== 401 && status !== 403,
    );
    expect(odd).toEqual([]);
  });

  test('403 for a write with a read-only token', async () => {
    const reader = await org.withScopes(['Read-only']);
    const odd = await unexpected(
      bare(reader),
      (reply, { name, method }) =>
        (reply.status === 403) === (method !== 'GET' && !READS_BY_POST.includes(name)),
    );
    expect(odd).toEqual([]);
  });
});

/** Operations that need nobody to be let in, each with its reason. This list may only shrink. */
const FOR_ANYONE: Record<string, string> = {
  'GET /setup': 'tells whether the first start is still to come',
  'POST /session': 'signs in',
  'POST /session/code': 'signs in by a link',
  'POST /session/mail': 'sends a link to whoever has the address',
  'POST /session/pin': 'signs in by a PIN, on a device that is known',
  'POST /setup': 'makes the first administrator, with the code of the first start',
};

test('403 with a token where somebody has to have signed in, and nobody is asked only where listed', async () => {
  const of = (audience: Described['audience']) =>
    operations.filter((operation) => operation.audience === audience);
  expect(await unexpected(bare(org), ({ status }) => status === 403, of('signedIn'))).toEqual([]);
  expect(
    of('anyone')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(FOR_ANYONE).sort());
});

describe('every operation by somebody who has signed in', () => {
  /** What only administrators may do. */
  const ADMINISTRATION = [
    'Read Accounts',
    'Write Accounts',
    'Read API Tokens',
    'Write API Tokens',
    'Write Org Information',
  ];
  const LEARNING = [
    'Read Org Information',
    'Read Qualification Records',
    'Read Requirements',
    'Read Training Assignments',
    'Read Training Courses',
  ];
  const MAY: Record<Role, (operation: Operation) => boolean> = {
    administrator: () => true,
    manager: ({ scope }) => !ADMINISTRATION.includes(scope),
    viewer: ({ scope }) => !ADMINISTRATION.includes(scope) && /^(Read |$)/.test(scope),
    learner: ({ scope }) => scope === '' || LEARNING.includes(scope),
  };
  const dry =
    (as: Client) =>
    ({ method, path }: Operation): Promise<Reply> =>
      as.send(method, method === 'GET' ? path : `${path}?dryRun=true`);

  test.each(Object.keys(MAY) as Role[])('%s: 403 exactly for what the role may not', async (role) => {
    const here = await signedIn(server, await somebody(server, org, role));
    const odd = await unexpected(
      dry(here),
      ({ status }, operation) => status < 500 && status !== 401 && (status === 403) === !MAY[role](operation),
      closed(),
    );
    expect(odd).toEqual([]);
  });

  test('403 for every write that another site has a browser send', async () => {
    const here = await signedIn(server, await somebody(server, org, 'administrator'));
    const odd = await unexpected(
      ({ method, path }) => here.send(method, path, undefined, { 'sec-fetch-site': 'cross-site' }),
      ({ status, text }) => status === 403 && text.includes('another site'),
      operations.filter(({ method }) => method !== 'GET'),
    );
    expect(odd).toEqual([]);
  });

  test('401 after signing out', async () => {
    const here = await signedIn(server, await somebody(server, org, 'administrator'));
    await here.send('DELETE', '/session');
    expect(await unexpected(bare(here), ({ status }) => status === 401, closed())).toEqual([]);
  });
});

describe('another organization’s id', () => {
  let mine: Ids;
  let theirs: Ids;
  let them: TestOrg;
  beforeAll(async () => {
    them = await server.makeOrg('Other Fleet');
    mine = await makeIds(server, org);
    theirs = await makeIds(server, them);
  });

  const probed = PROBES.flatMap(({ foreign }) => Object.entries(foreign));
  const requests = new Map(probed.filter(([, told]) => typeof told === 'function')) as Map<string, Requests>;

  test('is tried on every operation that takes one', () => {
    const names = probed.map(([name]) => name);
    const untried = operations.filter(({ name, takesIds }) => takesIds && !names.includes(name));
    expect(untried.map(({ name }) => name)).toEqual([]);
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
    expect(names.filter((name) => !operations.some((operation) => operation.name === name))).toEqual([]);
  });

  const send = (name: string, { path, body }: Foreign): Promise<Reply> =>
    org.send(name.split(' ')[0] as string, path, body);

  /** The reply with every id of `ids` named by its kind, so that two replies can be compared. */
  const shape = (reply: Reply, ids: Ids): string => {
    const { requestId: _, ...body } = reply.body ?? {};
    let text = JSON.stringify(body);
    for (const [kind, id] of Object.entries(ids)) text = text.replaceAll(id, kind);
    return `${reply.status} ${text.replace(/"endCursor":"[^"]+"/, '"endCursor":"…"')}`;
  };

  const lastSeqs = async () =>
    (await server.database.rows(sql`select org_id, last_seq from org_head order by org_id`)).join(' ');

  test.each([...requests.keys()])('404 %s, as for an id that nobody has', async (name) => {
    const of = requests.get(name) as Requests;
    const before = await lastSeqs();
    for (const [n, probe] of of(theirs, mine).entries()) {
      const reply = await send(name, probe);
      const unknown = await send(name, of(nobodys, mine)[n] as Foreign);
      expect(reply.status, `${probe.path} ${reply.text}`).toBe(probe.status ?? 404);
      expect(shape(reply, theirs)).toBe(shape(unknown, nobodys));
      if (reply.status === 200) expect(reply.body.data.media ?? reply.body.data).toEqual([]);
    }
    expect(await lastSeqs()).toBe(before);
  });
});
