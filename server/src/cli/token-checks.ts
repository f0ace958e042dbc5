import Fastify from 'fastify';
import { FULL_ACCESS, READ_ONLY } from '../kernel/auth.ts';
import { type Queryable, sql } from '../kernel/database.ts';
import type { App, Services } from '../kernel/feature.ts';
import { UsageError } from './output.ts';

/** Every scope that some operation asks for, and the two that stand for many. */
export async function knownScopes(): Promise<string[]> {
  const { findFeatures } = await import('../app.ts');
  const scopes = new Set<string>();
  // Declaring routes runs none of them: an instance that never gets ready is enough to hear their scopes.
  const probe = Fastify();
  probe.addHook('onRoute', ({ config }) => void (config?.scope && scopes.add(config.scope)));
  for (const feature of await findFeatures())
    for (const { routes } of feature.routes) routes(probe as unknown as App, {} as Services);
  return [FULL_ACCESS, READ_ONLY, ...[...scopes].sort()];
}

/** A misspelled scope makes a token that can do nothing; better say so now. */
export async function requireKnownScopes(scopes: string[]): Promise<void> {
  const known = await knownScopes();
  const unknown = scopes.find((scope) => !known.includes(scope));
  if (unknown !== undefined)
    throw new UsageError(`There is no scope "${unknown}". There are: ${known.join(', ')}.`);
}

/** Checks that the organization has every one of these tags. */
export async function requireTags(database: Queryable, orgId: string, tagIds: string[]): Promise<void> {
  const rows = await database.rows(
    sql`select id::text from tag where org_id = ${orgId} and id::text = any(${tagIds}::text[])`,
  );
  const found = new Set(rows.map(([id]) => id));
  const unknown = tagIds.find((id) => !found.has(id));
  if (unknown !== undefined) throw new UsageError(`The organization has no tag with the id "${unknown}".`);
}
