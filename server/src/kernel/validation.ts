import type { FastifySchemaValidationError } from 'fastify/types/schema.js';

/** The words for one schema violation: the field first, then what is wrong and what is allowed. */
export function validationMessage(
  error: FastifySchemaValidationError | undefined,
  context: string | undefined,
): string {
  if (!error) return 'Invalid value for parameter.';
  const path = error.instancePath.slice(1).replaceAll('/', '.');
  const params = error.params as Record<string, unknown>;
  if (error.keyword === 'required') return `${join(path, params.missingProperty)} is missing`;
  if (error.keyword === 'additionalProperties') {
    return `Unknown field ${join(path, params.additionalProperty).slice(0, 100)}. Remove it or check its spelling.`;
  }
  const field = path || (context === 'body' ? 'body' : (context ?? 'parameter'));
  return `Invalid value for parameter ${field}: ${problem(error.keyword, params, error.message)}.`;
}

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
      return `it must be ${article(String(params.type))}`;
    case 'minimum':
    case 'maximum':
      return `it must be ${params.comparison} ${params.limit}`;
    case 'format':
      return `it is not a valid ${params.format}`;
    default:
      return message;
  }
}

const article = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
