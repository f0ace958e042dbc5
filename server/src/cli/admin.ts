import type { Command } from 'commander';
import { type Config, loadConfig } from '../config.ts';
import { ApiError } from '../kernel/errors.ts';
import { withDatabase } from './beside.ts';
import { findOrganization } from './organizations.ts';
import { print, UsageError } from './output.ts';

interface Options {
  org?: string;
  email?: string;
  name?: string;
  json?: boolean;
}

/** `crewready admin`: a link that signs an administrator in, for whoever has the server. */
export function addAdminCommand(program: Command): void {
  program
    .command('admin')
    .description(
      'Print a link that signs an administrator in once, within an hour; makes the user, or makes a user an administrator, where --email says so.',
    )
    .option('--email <address>', 'who; may be left out when there is one administrator')
    .option('--name <name>', 'name of a user to add')
    .option('--org <id-or-name>', 'the organization; may be left out when there is only one')
    .option('--json', 'print JSON')
    .action(admin);
}

async function admin({ org, email, name, json }: Options): Promise<void> {
  const { administratorCode, pathOf } = await import('../features/sign-in/index.ts');
  const { row, code } = await withDatabase(async (database) => {
    const { id } = await findOrganization(database, org);
    return administratorCode(database, id, { email, name, purpose: 'operator' }).catch(usage);
  });
  const url = `${addressOf(loadConfig())}${pathOf(row, code)}`;
  print(
    json,
    { personId: row.personId, url, code, endsAt: row.endsAt },
    `Sign in within an hour, once: ${url}`,
  );
}

/** Where browsers on this machine find the server, unless its operator says where others do. */
const addressOf = ({ publicUrl, host, port }: Config): string =>
  publicUrl ?? `http://${['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host}:${port}`;

/** What a request would be told is what the operator typed wrong; fields are options here. */
function usage(error: unknown): never {
  throw error instanceof ApiError ? new UsageError(`--${error.message}`) : error;
}
