import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { write } from '../kernel/ledger/write.ts';
import { systemClock } from '../kernel/time.ts';
import type { Opened } from '../main.ts';
import { startProgress } from './output.ts';
import { serveUntilStopped, type Told } from './serve.ts';

const NAME = 'Harborline Freight';
const TOKEN_NAME = 'Demo';

/** `crewready demo`: serve, with a fleet to look at. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description(
      'Start the server with a demo fleet: 400 people, 120 vehicles, 26 courses, 5,000 assignments, 2,500 qualification records, 1,200 forms, 12 requirements, a year of driver efficiency, camera stills and clips, 7 reports.',
    )
    .option('--json', 'print the addresses and the token as JSON')
    .action(({ json }: { json?: boolean }) => serveUntilStopped(json, prepareDemo));
}

/** Makes and fills the demo organization on the first start; every start gives it a new token. */
async function prepareDemo(opened: Opened, config: Config, json: boolean | undefined): Promise<Told> {
  const { database } = opened;
  const [
    { createOrganization, createToken, listTokens, renameOrganization, withdrawToken },
    { listOrganizations },
    { DEMO_SIZE, seedFleet },
    { datasetsOf, findFeatures },
    { administratorCode, pathOf },
  ] = await Promise.all([
    import('../features/tokens/index.ts'),
    import('./organizations.ts'),
    import('./demo/seed.ts'),
    import('../app.ts'),
    import('../features/sign-in/index.ts'),
  ]);
  const existing = (await listOrganizations(database)).find(({ name }) => name === NAME);
  const fill = async (): Promise<string> => {
    // Named, and given the token that is told, when it is full: a start that was cut off leaves nothing of either.
    const made = await createOrganization(database, { name: `${NAME} (half filled)`, tokenName: TOKEN_NAME });
    const progress = startProgress('Filling the demo fleet', DEMO_SIZE, json);
    const writer = { orgId: made.orgId, tagIds: null, actor: `user-${made.userId}`, requestId: 'demo' };
    const services = { ...opened, clock: systemClock, datasets: datasetsOf(await findFeatures()) };
    await seedFleet(services, writer, new Date(), progress).finally(() => progress.done());
    await write(database, writer, (tx) => renameOrganization(tx, NAME));
    return made.orgId;
  };
  const orgId = existing?.id ?? (await fill());
  const old = (await listTokens(database, orgId)).filter(
    ({ name, revokedAt }) => name === TOKEN_NAME && !revokedAt,
  );
  for (const { id } of old) await withdrawToken(database, orgId, id);
  const request = { name: TOKEN_NAME, scopes: ['Full Access'], tagIds: null, text: config.token };
  const { token } = await createToken(database, orgId, request);
  const administrator = { email: 'demo@harborline.example', name: 'Dee Monroe', purpose: 'demo' } as const;
  const { row, code } = await administratorCode(database, orgId, administrator);
  const signInPath = pathOf(row, code);
  return {
    organization: NAME,
    token,
    signInPath,
    note: (url) => `${tryIt(token)(url)}\nSign in, once within a day: ${url}${signInPath}`,
  };
}

const tryIt =
  (token: string) =>
  (url: string): string =>
    `Try: curl -H 'Authorization: Bearer ${token}' '${url}/training-assignments/stream?startTime=2020-01-01T00:00:00Z&isOverdue=true'`;
