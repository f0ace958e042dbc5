import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Operation, Operations } from '../../server/test/operations.ts';
import { makeIds } from '../../server/test/probes.ts';
import { startApp, type TestApp } from '../../server/test/start-app.ts';
import { type Call, Crewready, StatusError } from '../src/index.ts';

// Every operation of the contract, called by its name with path, query and body in one object.

let server: TestApp;
let operations: Operations;
let crew: Crewready;
let sent: Request | undefined;
beforeAll(async () => {
  server = await startApp();
  operations = new Operations(server.app, await makeIds(server, server.org));
  const keep: typeof fetch = (input) => {
    sent = (input as Request).clone();
    return fetch(input);
  };
  crew = new Crewready({ url: server.url, token: server.org.token, retries: 0, fetch: keep });
});
afterAll(() => server.stop());

type Method = (input: object, options: object) => Call<unknown>;

/** The method of an operation, found by the names that the contract has for it. */
function methodOf({ path, method }: Operation): Method {
  // biome-ignore lint/suspicious/noExplicitAny: a document is walked by its keys
  const { group, method: name } = (server.app.swagger() as any).paths[path][method.toLowerCase()]['x-sdk'];
  const names: string[] = [...group.split('.'), name];
  // biome-ignore lint/suspicious/noExplicitAny: so is a client
  return names.reduce<any>((at, key) => at[key], crew);
}

test('sends what the contract says, and answers what the server does', async () => {
  const odd: unknown[] = [];
  let good = 0;
  for (const operation of operations.all) {
    const { query, path, body } = operations.request(operation);
    const isRead = operation.method === 'GET';
    const lists = operation.parameters
      .filter(({ schema }) => schema.type === 'array')
      .map(({ name }) => name);
    const asked = query.map(([name, value]) => [name, lists.includes(name) ? value.split(',') : value]);
    const input = { ...(body as object), ...Object.fromEntries(asked), ...path };
    const call = methodOf(operation)(input, isRead ? {} : { dryRun: true });
    const outcome = await call.raw().catch((error: unknown) => error);
    const { method, url } = sent as Request;
    const { pathname, searchParams } = new URL(url);
    const wanted = operation.path.replace(/\{(\w+)\}/g, (_all, name) =>
      encodeURIComponent(String(path[name])),
    );
    const all = [...searchParams].filter(([name]) => name !== 'dryRun');
    if (method !== operation.method || pathname !== wanted || searchParams.has('dryRun') === isRead)
      odd.push([operation.name, method, url]);
    expect([...new Set(all.map(([name]) => name))].sort(), operation.name).toEqual(
      query.map(([name]) => name).sort(),
    );
    if (operation.body) expect(await sent?.json(), operation.name).toEqual(body);
    // A sample passes validation more often than not: a refusal is one that names what is wrong with it.
    if (!(outcome instanceof StatusError)) good += 1;
    else if (outcome.status >= 500 || outcome.message === '404 page not found')
      odd.push([operation.name, outcome]);
  }
  expect(odd).toEqual([]);
  expect(good).toBeGreaterThan(90);
});
