import { randomUUID } from 'node:crypto';
import { hashPassword, importUsers, setPassword } from '../src/features/directory/index.ts';
import type { Role } from '../src/features/sign-in/index.ts';
import { grantAccount } from '../src/features/sign-in/index.ts';
import { systemWriter } from '../src/kernel/auth.ts';
import { write } from '../src/kernel/ledger/write.ts';
import type { Operation } from './operations.ts';
import { type Client, client, type Reply, type TestApp, type TestOrg } from './start-app.ts';

export const PASSWORD = 'correct horse battery';
let hash: Promise<string> | undefined;

/** Somebody with an account, and the name that they sign in with. */
export interface Somebody {
  id: string;
  type: 'driver' | 'user';
  login: string;
}

/** Adds a user with an account and a password. */
export async function somebody(
  server: TestApp,
  org: TestOrg,
  role: Role,
  tagIds: string[] | null = null,
): Promise<Somebody> {
  const writer = { ...systemWriter(org.orgId, 'test'), actor: org.actor };
  const [person] = await importUsers(server.database, writer, [
    { name: 'Some Body', email: `${randomUUID()}@example.com` },
  ]);
  const id = person?.id as string;
  hash ??= hashPassword(PASSWORD);
  const passwordHash = await hash;
  await write(server.database, systemWriter(org.orgId, 'test'), async (tx) => {
    await setPassword(tx, { id, type: 'user' }, passwordHash);
    await grantAccount(tx, { personId: id, personType: 'user', role, tagIds, status: 'active' });
  });
  const { body } = await org.get(`/users/${id}`);
  return { id, type: 'user', login: body.data.email };
}

/** The cookie that an answer sets, as a browser sends it back; undefined where it sets none. */
export const cookieOf = ({ headers }: Reply): string | undefined => headers.get('set-cookie')?.split(';')[0];

/** Sends requests with a cookie. */
export function browser(url: string, cookie: string | undefined): Client {
  const { send } = client(url);
  const withCookie: Client['send'] = (method, path, body, headers) =>
    send(method, path, body, { ...(cookie ? { cookie } : {}), ...headers });
  return {
    token: cookie ?? '',
    get: (path, headers) => withCookie('GET', path, undefined, headers),
    send: withCookie,
  };
}

/** Signs somebody in; answers their browser. */
export async function signedIn({ url }: TestApp, { login }: Somebody, password = PASSWORD): Promise<Client> {
  const reply = await browser(url, undefined).send('POST', '/session', { name: login, password });
  if (reply.status !== 201) throw new Error(`${login}: ${reply.text}`);
  return browser(url, cookieOf(reply));
}

/** For each operation a client that may send it: the token's, or an administrator's who has signed in. */
export async function whoeverMay(server: TestApp): Promise<(operation: Operation) => Client> {
  const person = await signedIn(server, await somebody(server, server.org, 'administrator'));
  return ({ audience }) => (audience === 'signedIn' ? person : server.org);
}
