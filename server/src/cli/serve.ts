import { join } from 'node:path';
import type { Command } from 'commander';
import { type Config, loadConfig } from '../config.ts';
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

async function serve({ json }: { json?: boolean }): Promise<void> {
  const config = loadConfig(process.env);
  const stop = stopRequest();
  const [{ openConfigured, startProcess }, { ensureFirstOrganization }] = await Promise.all([
    import('../main.ts'),
    import('./first-organization.ts'),
  ]);
  const opened = await openConfigured(config, (reason) =>
    process.exit(failure(new Error(reason), json ?? false)),
  );
  if (stop.made) return opened.close();
  const running = await startProcess(config, opened);
  if (config.role !== 'worker') {
    const first = await ensureFirstOrganization(opened.database, config.token);
    announce(config, opened, running.url, first?.token, json);
  }
  await stop.arrival;
  await running.stop();
  // Whatever still keeps the event loop busy is nothing that anybody waits for.
  process.exit(0);
}

/** Says where the server is and, once in its life, the token that opens it. */
function announce(
  config: Config,
  opened: Opened,
  listening: string,
  token: string | undefined,
  json: boolean | undefined,
): void {
  const url = config.publicUrl ?? listening;
  const usual = join(config.dataFolder, 'postgres');
  const lines = [
    `Crewready is ready at ${url}`,
    `API documentation: ${url}/docs`,
    opened.home ? `Data folder: ${config.dataFolder}` : 'Database: DATABASE_URL',
    opened.home && opened.home !== usual ? `The database lives in ${opened.home}` : undefined,
    token && token === config.token ? 'Organization My Fleet made; its token is CREWREADY_TOKEN.' : undefined,
    token && token !== config.token
      ? `Organization My Fleet made; its token, shown once: ${token}`
      : undefined,
  ];
  const value = {
    url,
    docs: `${url}/docs`,
    dataFolder: config.dataFolder,
    databaseFolder: opened.home,
    token,
  };
  print(json, value, lines.filter(Boolean).join('\n'));
}
