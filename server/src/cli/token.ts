import type { Command } from 'commander';
import type { Database } from '../kernel/database/database.ts';
import { withDatabase } from './beside.ts';
import { findOrganization, listOrganizations } from './organizations.ts';
import { print, table, UsageError } from './output.ts';
import { requireKnownScopes, requireTags } from './token-checks.ts';

interface CreateOptions {
  org?: string;
  name: string;
  scope: string[];
  tag?: string[];
  json?: boolean;
}

const ORG = '--org <id-or-name>';

/** `crewready token create | list | revoke`. */
export function addTokenCommands(program: Command): void {
  const token = program.command('token').description('API tokens.');
  token
    .command('create')
    .description('Make a token and print it; it is never shown again.')
    .requiredOption('--name <name>', 'what uses the token')
    .requiredOption(
      '--scope <scope...>',
      'what it may do: "Read Training Courses", "Read-only", "Full Access" …',
    )
    .option(ORG, 'the organization; may be left out when there is only one')
    .option('--tag <id...>', 'limit the token to what carries one of these tags')
    .option('--json', 'print JSON')
    .action(create);
  token
    .command('list')
    .description('List tokens: everything but their text, which nobody can read again.')
    .option(ORG, 'only this organization')
    .option('--json', 'print JSON')
    .action(list);
  token
    .command('revoke')
    .description('Revoke a token; servers stop taking it within a second.')
    .argument('<id>', 'as `token list` shows it')
    .option('--json', 'print JSON')
    .action(revoke);
}

async function create(options: CreateOptions): Promise<void> {
  const { createToken } = await import('../features/tokens/index.ts');
  await requireKnownScopes(options.scope);
  const { made, org } = await withDatabase(async (database) => {
    const found = await findOrganization(database, options.org);
    await requireTags(database, found.id, options.tag ?? []);
    const request = { name: options.name, scopes: options.scope, tagIds: options.tag ?? null };
    return { made: await createToken(database, found.id, request), org: found };
  });
  print(
    options.json,
    { id: made.id, token: made.token, userId: made.userId, orgId: org.id },
    `Token ${made.token}\nId ${made.id}\nOrganization ${org.id} (${org.name})`,
  );
}

/** The tokens of one organization or of all. */
async function tokensOf(database: Database, org?: string) {
  const { listTokens } = await import('../features/tokens/index.ts');
  const organizations = org ? [await findOrganization(database, org)] : await listOrganizations(database);
  const lists = await Promise.all(
    organizations.map(async ({ id: orgId }) =>
      (await listTokens(database, orgId)).map((token) => ({ orgId, ...token })),
    ),
  );
  return lists.flat();
}

async function list(options: { org?: string; json?: boolean }): Promise<void> {
  const tokens = await withDatabase((database) => tokensOf(database, options.org));
  const rows = tokens.map((token) => [
    token.id,
    token.orgId,
    token.name,
    token.scopes.join(', '),
    token.tagIds?.join(', ') ?? '',
    token.lastUsedAt?.slice(0, 16) ?? 'never',
    token.revokedAt ? `revoked ${token.revokedAt.slice(0, 16)}` : 'live',
  ]);
  print(
    options.json,
    tokens,
    table(['ID', 'ORGANIZATION', 'NAME', 'SCOPES', 'TAGS', 'LAST USED', 'STATE'], rows),
  );
}

async function revoke(id: string, options: { json?: boolean }): Promise<void> {
  const { withdrawToken } = await import('../features/tokens/index.ts');
  const token = await withDatabase(async (database) => {
    const found = (await tokensOf(database)).find((candidate) => candidate.id === id.toLowerCase());
    if (!found) throw new UsageError(`There is no token with the id "${id}". See: crewready token list`);
    if (!(await withdrawToken(database, found.orgId, found.id)))
      throw new Error(`The token ${found.id} (${found.name}) was revoked before.`);
    return found;
  });
  print(options.json, { id: token.id, revoked: true }, `Revoked ${token.id} (${token.name}).`);
}
