import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchema, FastifySchemaCompiler } from 'fastify';
import type { FastifyValidationResult } from 'fastify/types/schema.js';
import { appliedNow } from '../schema.ts';

/**
 * How schemas are checked: text in a query is read as the type its schema names, a JSON body must already have it.
 * With `allErrors` everything that is wrong is told, not only the first.
 */
export function validators(allErrors: boolean): FastifySchemaCompiler<FastifySchema> {
  const options = { useDefaults: true, strict: false, verbose: true, allErrors };
  const forQuery = addFormats.default(new Ajv({ ...options, coerceTypes: true }));
  const forBody = addFormats.default(new Ajv({ ...options, coerceTypes: false }));
  return ({ schema, httpPart }) => compiledOnUse(httpPart === 'body' ? forBody : forQuery, schema as object);
}

/** Compiles a schema when its first request comes: all of them at once are a fifth of the start's time. */
function compiledOnUse(ajv: Ajv, schema: object): FastifyValidationResult {
  let compiled: ValidateFunction | undefined;
  const validate: FastifyValidationResult = (data) => {
    compiled ??= ajv.compile(appliedNow(schema) as object);
    const fits = compiled(data) as boolean;
    validate.errors = compiled.errors as FastifyValidationResult['errors'];
    return fits;
  };
  return validate;
}
