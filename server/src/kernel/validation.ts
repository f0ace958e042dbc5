import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import { type FieldProblems, sentence } from './errors.ts';

/** The words for one schema violation: the field first, then what is wrong and what is allowed. */
export function validationMessage(
  error: FastifySchemaValidationError | undefined,
  context: string | undefined,
): string {
  if (!error) return 'Invalid value for parameter.';
  const path = place(error.instancePath);
  const params = error.params as Record<string, unknown>;
  if (error.keyword === 'required') return `${join(path, params.missingProperty)} is missing`;
  if (error.keyword === 'additionalProperties') {
    return `Unknown field ${join(path, params.additionalProperty).slice(0, 100)}. Remove it or check its spelling.`;
  }
  const field = path || (context === 'body' ? 'body' : (context ?? 'parameter'));
  return `Invalid value for parameter ${field}: ${problem(error.keyword, params, error.message)}.`;
}

/** The same for all violations, by field; what is no field's own stands under `non_field_errors`. */
export function validationFields(errors: readonly FastifySchemaValidationError[]): FieldProblems {
  const fields: FieldProblems = {};
  for (const { instancePath, keyword, params, message } of errors) {
    const path = place(instancePath);
    const missing = keyword === 'required';
    const name = missing ? join(path, params.missingProperty) : path || 'non_field_errors';
    const words = missing ? 'this field is required' : problem(keyword, params, message);
    fields[name] = [...(fields[name] ?? []), sentence(`${words}.`)];
  }
  return fields;
}

/** `/data/17/hour` as `data[17].hour`. */
const place = (pointer: string): string =>
  pointer
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')
    .replace(/^\./, '');

const join = (path: string, name: unknown): string => (path ? `${path}.${name}` : String(name));

function problem(keyword: string, params: Record<string, unknown>, message = 'it is not valid'): string {
  switch (keyword) {
    case 'enum':
      return `use one of ${(params.allowedValues as unknown[]).join(', ')}`;
    case 'maxItems':
      return `it has more than ${params.limit} values`;
    case 'minItems':
      return `it needs at least ${params.limit} value${params.limit === 1 ? '' : 's'}`;
    case 'maxLength':
      return `it is longer than ${params.limit} characters`;
    case 'minLength':
      return params.limit === 1 ? 'it is empty' : `it is shorter than ${params.limit} characters`;
    case 'type':
      return `it must be ${[params.type].flat().map(article).join(' or ')}`;
    case 'minimum':
    case 'maximum':
      return `it must be ${params.comparison} ${params.limit}`;
    case 'format':
      return `it is not a valid ${params.format}`;
    default:
      return message;
  }
}

const article = (type: unknown): string =>
  type === 'null' ? 'null' : /^[aeiou]/.test(String(type)) ? `an ${type}` : `a ${type}`;
