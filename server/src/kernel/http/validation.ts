import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import { ApiError, type Problem } from '../errors.ts';
import { USE_BOOLEAN } from './query.ts';

/** 400 with every schema violation: the field, then what is wrong and what is allowed. */
export const invalidBySchema = (
  errors: readonly FastifySchemaValidationError[],
  context: string | undefined,
): ApiError =>
  new ApiError(
    400,
    errors.map((error) => problemOf(error, context)),
  );

function problemOf(
  { instancePath, keyword, params, message }: FastifySchemaValidationError,
  context = 'parameter',
): Problem {
  const path = place(instancePath);
  if (keyword === 'required')
    return { field: join(path, params.missingProperty), problem: 'it is missing.', about: 'missing' };
  if (keyword === 'additionalProperties')
    return {
      field: join(path, params.additionalProperty).slice(0, 100),
      problem: 'remove it or check its spelling.',
      about: 'unknown',
    };
  const asked = keyword === 'type' && params.type === 'boolean' && context === 'querystring';
  const words = `${asked ? USE_BOOLEAN : inWords(keyword, params, message)}.`;
  return path ? { field: path, problem: words } : { field: context, problem: words, about: 'whole' };
}

/** `/data/17/hour` as `data[17].hour`. */
const place = (pointer: string): string =>
  pointer
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')
    .replace(/^\./, '');

const join = (path: string, name: unknown): string => (path ? `${path}.${name}` : String(name));

function inWords(keyword: string, params: Record<string, unknown>, message = 'it is not valid'): string {
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
    case 'pattern':
      return params.pattern === '\\S' ? 'it is empty' : 'it is not of the form that its description names';
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
