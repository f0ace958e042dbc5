import { join } from 'node:path';
import type { Command } from 'commander';
import { type Config, loadConfig } from '../config.ts';
import { newToken } from '../kernel/auth.ts';
import type { Opened } from '../main.ts';
import { failure, print } from './output.ts';
import { stopRequest } from './signals.ts';

/** `crewready serve`: one process until SIGTERM or SIGINT. */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('Start the server; the first start of an empty database prints a full-access token once.')
    .option('--json', 'print the addresses and the token as JSON')
    .action(serve);
}

/** What the start tells once, and what of it stands in its JSON. */
export interface Told {
  /** The organization whose token is told. */
  organization?: string;
  token?: string;
  /** Where a browser goes to sign in, below the address. */
  signInPath?: string | undefined;
  /** One more line for people. */
  note?(url: string): string;
}

/** Makes what has to be there before the first request; begun anew where the database goes away meanwhile. */
export type Prepare = (
  opened: Opened,
  config: Config,
  json: boolean | undefined,
) => Promise<Told | undefined>;

/** How long a start waits for the database that DATABASE_URL names. */
const DATABASE_WAIT_MS = 60_000;

/** How long a stop may take: requests have a minute, jobs too, and supervisors kill after 90 s. */
const LONGEST_STOP_MS = 80_000;
const TOO_LONG = 'The stop took longer than 80 seconds. What was under way is left to the next start.';

async function serve({ json }: { json?: boolean }): Promise<void> {
  const { ensureFirstOrganization } = await import('./first-organization.ts');
  const made = newToken();
  let text: string | undefined;
  await serveUntilStopped(json, async ({ database }, { token }) => {
    const { firstCode, newCodeText, pathOf } = await import('../features/sign-in/index.ts');
    const isFirst = await ensureFirstOrganization(database, { token, made });
    text ??= newCodeText();
    const first = await firstCode(database, text);
    const signInPath = first && pathOf(first.row, first.code);
    return {
      ...(isFirst ? { organization: 'My Fleet', token: token ?? made } : {}),
      signInPath,
      note: (url) => (signInPath ? `Set up, once within 7 days: ${url}${signInPath}` : ''),
    };
  });
}

/** Opens the database, prepares it, and serves until SIGTERM or SIGINT. Does not return. */
export async function serveUntilStopped(json: boolean | undefined, prepare: Prepare): Promise<void> {
  const config = loadConfig();
  const stop = stopRequest();
  const { openConfigured, startProcess } = await import('../main.ts');
  let told = false;
  const opened = await openConfigured(
    config,
    (reason) => process.exit(failure(new Error(reason), json ?? false)),
    {
      forMs: DATABASE_WAIT_MS,
      stopped: () => stop.made,
      onWait(why) {
        if (!told) console.error(`${why}. Waiting for it.`);
        told = true;
      },
    },
  );
  if (stop.made) return opened.close();
  const first = config.role === 'worker' ? undefined : await prepared(prepare, opened, config, json);
  const running = await startProcess(config, opened);
  if (config.role !== 'worker') announce(config, opened, running.url, first, json);
  await stop.arrival;
  setTimeout(() => process.exit(failure(new Error(TOO_LONG), json ?? false)), LONGEST_STOP_MS).unref();
  await running.stop();
  // Whatever still keeps the event loop busy is nothing that anybody waits for.
  process.exit(0);
}

const prepared = (prepare: Prepare, opened: Opened, config: Config, json: boolean | undefined) =>
  opened
    .whenThere(() => prepare(opened, config, json))
    .catch(async (error: unknown) => {
      await opened.close();
      throw error;
    });

/** Says where the server is and, once in its life, the token that opens it. */
function announce(
  config: Config,
  opened: Opened,
  listening: string,
  told: Told | undefined,
  json: boolean | undefined,
): void {
  const url = config.publicUrl ?? listening;
  const isSecure = config.publicUrl?.startsWith('https://');
  const usual = join(config.dataFolder, 'postgres');
  const lines = [
    `Crewready is ready at ${url}`,
    `API documentation: ${url}/docs`,
    opened.home ? `Data folder: ${config.dataFolder}` : 'Database: DATABASE_URL',
    opened.home && opened.home !== usual ? `The database lives in ${opened.home}` : undefined,
    told?.token && told.token === config.token
      ? `Organization ${told.organization}; its token is CREWREADY_TOKEN.`
      : undefined,
    told?.token && told.token !== config.token
      ? `Organization ${told.organization}; its token, shown once: ${told.token}`
      : undefined,
    told?.note?.(url),
    isSecure
      ? undefined
      : 'Sign-in is over plain http, its cookie not marked Secure: set CREWREADY_PUBLIC_URL=https://… where others reach this server.',
  ];
  const value = {
    url,
    docs: `${url}/docs`,
    dataFolder: config.dataFolder,
    databaseFolder: opened.home,
    token: told?.token,
    signIn: told?.signInPath && url + told.signInPath,
  };
  print(json, value, lines.filter(Boolean).join('\n'));
}
