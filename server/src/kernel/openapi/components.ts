import { isDeepStrictEqual } from 'node:util';

export type Json = Record<string, unknown>;

/**
 * Moves every schema with a title into components, so that generated clients get named types. Where it is used
 * with another description, the reference carries that one.
 */
export function hoist(document: Json): Json {
  const schemas: Record<string, Json> = {};
  const visit = (node: unknown, inSchema: boolean): unknown => {
    if (Array.isArray(node)) return node.map((item) => visit(item, inSchema));
    if (!node || typeof node !== 'object') return node;
    const copy: Json = {};
    for (const [key, value] of Object.entries(node)) copy[key] = visit(value, inSchema || key === 'schema');
    if (!inSchema || typeof copy.title !== 'string' || !(copy.properties || copy.enum)) return copy;
    const { title, ...schema } = copy;
    schemas[title] ??= schema;
    const known = schemas[title];
    if (!isDeepStrictEqual({ ...known, description: '' }, { ...schema, description: '' }))
      throw new Error(`two schemas have the title ${title}`);
    const differs = schema.description !== known.description;
    return { $ref: `#/components/schemas/${title}`, ...(differs ? { description: schema.description } : {}) };
  };
  const paths = visit(document.paths, false);
  const components = {
    ...(document.components as Json),
    schemas: Object.fromEntries(Object.entries(schemas).sort()),
  };
  return { ...document, paths, components };
}
