import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** Tells in words how a value does not fit a schema whose every object is closed; undefined where it fits. */
export type Check = (schema: object, value: unknown) => string | undefined;

export function closedCheck(): Check {
  const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
  const validators = new Map<unknown, ValidateFunction>();
  return (schema, value) => {
    let validate = validators.get(schema);
    if (!validate) {
      validate = ajv.compile(closed(schema) as object);
      validators.set(schema, validate);
    }
    return validate(value) ? undefined : ajv.errorsText(validate.errors?.map(withField));
  };
}

/** A field that a schema does not name is told by its name. */
function withField<E extends { keyword: string; params: Record<string, unknown>; message?: string }>(
  error: E,
): E {
  if (error.keyword !== 'additionalProperties') return error;
  return { ...error, message: `must not have the field "${error.params.additionalProperty}"` };
}

/** A field that a schema does not name is a mistake, unless it opens itself to any. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!schema || typeof schema !== 'object') return schema;
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value)]),
  );
  if (copy.type === 'object' && copy.properties && !('additionalProperties' in copy))
    copy.additionalProperties = false;
  return copy;
}
