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
    const { title, ...all } = copy;
    const variants = variantsOf(title, node as Json, all);
    Object.assign(schemas, variants);
    const schema = variants ? oneOf(all, variants) : all;
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

/** A shape for each type of one that is `ByType`, by name: what all have, and the value of its own. */
function variantsOf(title: string, source: Json, whole: Json): Record<string, Json> | undefined {
  const values = whole['x-values'] as Record<string, string> | undefined;
  if (!values) return undefined;
  const { properties, 'x-values': _values, ...rest } = whole;
  const fields = Object.entries(properties as Json);
  const { type } = source.properties as { type: { enum: string[]; description: string } };
  const foreign = new Set(Object.values(values));
  return Object.fromEntries(
    type.enum.map((name) => {
      const own = fields.filter(([field]) => field === values[name] || !foreign.has(field));
      const told = { ...Object.fromEntries(own), type: { ...type, enum: [name], title: undefined } };
      return [`${title}${pascal(name)}`, { ...rest, properties: told }];
    }),
  );
}

function oneOf({ description }: Json, variants: Record<string, Json>): Json {
  const mapping = Object.entries(variants).map(([name, { properties }]) => {
    const { type } = properties as { type: { enum: string[] } };
    return [type.enum[0], `#/components/schemas/${name}`];
  });
  return {
    description,
    oneOf: mapping.map(([, $ref]) => ({ $ref })),
    discriminator: { propertyName: 'type', mapping: Object.fromEntries(mapping) },
  };
}

const pascal = (text: string): string =>
  text.replace(/(?:^|_)([a-z])/g, (_all, letter: string) => letter.toUpperCase());
