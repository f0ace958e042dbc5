import { type Static, type TLiteral, type TProperties, type TSchema, type TUnion, Type } from 'typebox';

export { type Static, type TProperties, type TSchema, Type } from 'typebox';

/** A string that may be one of `values`; the reply type names each. With a title it is a component of the contract. */
export const OneOf = <const V extends string[]>(
  values: readonly [...V],
  options: { description: string; default?: string; title?: string },
): TUnion<{ [K in keyof V]: TLiteral<V[K]> }> =>
  Type.Unsafe<Static<TUnion<{ [K in keyof V]: TLiteral<V[K]> }>>>({
    type: 'string',
    enum: [...values],
    ...options,
  }) as never;

/** A time in a reply: RFC 3339, UTC. */
export const Time = (description: string) =>
  Type.String({ format: 'date-time', description: `${description} RFC 3339, UTC.` });

/** A time in a request: RFC 3339 with any offset. Read it with `parseTime`, which alone checks it. */
export const TimeInput = (description: string) =>
  Type.String({
    format: 'date-time',
    description: `${description} RFC 3339; any offset, milliseconds allowed.`,
    examples: ['2026-11-21T09:00:00Z'],
  });

/** An id in a reply, of a resource whose ids are UUIDs. */
export const UuidId = (description: string) => Type.String({ format: 'uuid', description });

/** A named shape: becomes a component of the OpenAPI document under its title. */
export const Shape = <P extends TProperties>(title: string, properties: P, description?: string) =>
  Type.Object(properties, { title, ...(description ? { description } : {}) });

/**
 * A shape of a reply whose `type` says which one of several fields it may have, by type in `values`: the contract shows
 * it as one shape a type.
 */
export const ByType = <T extends TSchema>(shape: T, values: Readonly<Record<string, string>>): T => ({
  ...shape,
  'x-values': values,
});

/** A request body: like `Shape`, but a field that is not listed is a 400 naming it. */
export const Body = <P extends TProperties>(title: string, properties: P) =>
  Type.Object(properties, { title, additionalProperties: false });

/** A list parameter: `ids=a,b` and `ids=a&ids=b` are the same. */
export const List = <T extends TSchema>(
  item: T,
  options: { description: string; maxItems?: number; minItems?: number },
) => Type.Array(item, { ...options, style: 'form', explode: false });

/** A list parameter that is repeated for each value, `inputs=a&inputs=b`, and takes no commas. */
export const Repeated = <T extends TSchema>(item: T, options: { description: string; maxItems: number }) =>
  Type.Array(item, options);

export const Pagination = Shape('Pagination', {
  endCursor: Type.String({
    description: 'Send it as `after` to get the next page; empty at the end of a list.',
  }),
  hasNextPage: Type.Boolean({
    description: 'True when more may follow: go by this, never by the length of a page.',
  }),
});

/** `{data: […], pagination}`. */
export const Page = <T extends TSchema>(item: T, description: string) =>
  Type.Object({ data: Type.Array(item, { description }), pagination: Pagination });

/** `{data: …}`. */
export const Data = <T extends TSchema>(item: T) => Type.Object({ data: item });

/** The query parameter that asks for the next page. */
export const After = Type.Optional(
  Type.String({
    description:
      "The previous page's `endCursor`, sent with the same other parameters. Empty is the first page.",
  }),
);

/** The page size parameter of directory lists. */
export const PageLimit = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 512, default: 512, description: 'Objects a page, 1 to 512.' }),
);

/** Every error of the Samsara surface. */
export const ErrorReply = Shape('Error', {
  message: Type.String({ description: 'What went wrong, naming the field and the fix.' }),
  requestId: Type.String({ description: 'Names this request in the server log.' }),
});

const CHECKED_LATER = Symbol('checked later');

/**
 * A part of a body that its service checks, because only there is the name known that a wrong value must be told
 * under. The contract has the schema; validation lets everything pass.
 */
export const CheckedLater = <T extends TSchema>(schema: T): T => ({ ...schema, [CHECKED_LATER]: true });

/** A schema as validation applies it: whatever is `CheckedLater` may be anything, and a time any text. */
export function appliedNow(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(appliedNow);
  if (!schema || typeof schema !== 'object') return schema;
  if (CHECKED_LATER in schema) return {};
  if ('format' in schema && schema.format === 'date-time') {
    const { format: _later, ...text } = schema;
    return text;
  }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, appliedNow(value)]));
}
