import type { Command } from 'commander';
import { withDatabase } from './beside.ts';
import { listOrganizations } from './organizations.ts';
import { print, table, UsageError } from './output.ts';

/** `crewready org create NAME` and `crewready org list`. */
export function addOrgCommands(program: Command): void {
  const org = program.command('org').description('Organizations: fleets that see nothing of each other.');
  org
    .command('create')
    .description('Make an organization and print its full-access token, which is never shown again.')
    .argument('<name>')
    .option('--token <text>', 'the token to give it, 16 to 200 printable characters; made when absent')
    .option('--json', 'print JSON')
    .action(create);
  org.command('list').description('List the organizations.').option('--json', 'print JSON').action(list);
}

async function create(name: string, options: { token?: string; json?: boolean }): Promise<void> {
  if (name.trim() === '') throw new UsageError('Give the organization a name.');
  if (options.token !== undefined && !/^[\x21-\x7e]{16,200}$/.test(options.token))
    throw new UsageError('--token: give 16 to 200 printable characters without spaces.');
  const { createOrganization } = await import('../features/tokens/index.ts');
  const made = await withDatabase((database) =>
    createOrganization(database, { name: name.trim(), token: options.token }),
  );
  print(
    options.json,
    { id: made.orgId, name: name.trim(), tokenId: made.id, token: made.token },
    `Organization ${made.orgId}\nToken ${made.token}`,
  );
}

async function list(options: { json?: boolean }): Promise<void> {
  const organizations = await withDatabase(listOrganizations);
  const rows = organizations.map(({ id, name, createdAt }) => [id, name, createdAt.slice(0, 10)]);
  print(options.json, organizations, table(['ID', 'NAME', 'CREATED'], rows));
}
