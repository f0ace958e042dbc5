import Fastify from 'fastify';
import { unknownTags } from '../features/directory/index.ts';
import { FULL_ACCESS, READ_ONLY } from '../kernel/auth.ts';
import type { Queryable } from '../kernel/database/database.ts';
import type { App, Services } from '../kernel/feature.ts';
import { UsageError } from './output.ts';

/** Every scope that some operation or resource asks for, and the two that stand for many. */
export async function knownScopes(): Promise<string[]> {
  const { datasetsOf, findFeatures, resourcesOf } = await import('../app.ts');
  const features = await findFeatures();
  const scopes = new Set([
    ...resourcesOf(features).map(({ scope }) => scope),
    ...datasetsOf(features).all.flatMap(({ scopes }) => scopes),
  ]);
  // Declaring routes runs none of them: an instance that never gets ready is enough to hear their scopes.
  const probe = Fastify();
  probe.addHook('onRoute', ({ config }) => void (config?.scope && scopes.add(config.scope)));
  for (const { routes } of features.flatMap((feature) => feature.routes))
    routes(probe as unknown as App, {} as Services);
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
  const [unknown] = await unknownTags(database, orgId, tagIds);
  if (unknown !== undefined) throw new UsageError(`The organization has no tag with the id "${unknown}".`);
}
