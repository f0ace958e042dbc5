import type { FastifyInstance } from 'fastify';

const known = new WeakMap<object, string[]>();

/** Every scope that an operation of the application asks for. */
export function scopesOf(app: FastifyInstance): string[] {
  const found = known.get(app.server) ?? readScopes(app);
  known.set(app.server, found);
  return found;
}

function readScopes(app: FastifyInstance): string[] {
  const { paths } = app.swagger() as { paths?: Record<string, Record<string, { 'x-scope'?: string }>> };
  const scopes = Object.values(paths ?? {}).flatMap((methods) =>
    Object.values(methods).flatMap((operation) => operation['x-scope'] ?? []),
  );
  return [...new Set(scopes)].sort();
}
