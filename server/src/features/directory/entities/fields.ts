const only = (value: object, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)));

/** The object `value` without the fields that its schema does not name; anything else as it is. */
export function knownFields(schema: object, value: unknown): unknown {
  const { properties } = schema as { properties?: object };
  if (!properties || typeof value !== 'object' || value === null) return value;
  return only(value, Object.keys(properties));
}

/** Only these fields of an object, where it has them. */
export const pick = <T extends object, K extends keyof T & string>(value: T, keys: readonly K[]) =>
  only(value, keys) as Pick<T, K>;

/** The object without what is null or undefined. */
export const filled = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null && field !== undefined));
