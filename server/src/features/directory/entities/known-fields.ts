/** The object `value` without the fields that its schema does not name; anything else as it is. */
export function knownFields(schema: object, value: unknown): unknown {
  const { properties } = schema as { properties?: object };
  if (!properties || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => Object.hasOwn(properties, key)));
}
