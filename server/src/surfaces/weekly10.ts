import type { FastifyRequest } from 'fastify';
import type { Problem } from '../kernel/errors.ts';
import type { Routes, Surface, SurfaceRoutes } from '../kernel/feature.ts';
import { baseUrl } from '../kernel/http/signed-urls.ts';
import { validators } from '../kernel/http/validators.ts';
import { type Static, type TSchema, Type } from '../kernel/schema.ts';
import { samsaraMessage } from './samsara.ts';
import { keepFitting, problemsOf, readBody, readForm } from './weekly10-body.ts';

export { problemsOf };

const OWN = /^\/(?:training\/(?:record|package)|directory\/user)(?=[/?]|$)/;

const Detail = Type.Object(
  { detail: Type.String({ description: 'What went wrong, and the fix.' }) },
  { title: 'Detail' },
);
const Problems = Type.Object(
  { detail: Type.Optional(Type.String({ description: 'What is wrong with the request as a whole.' })) },
  {
    title: 'FieldProblems',
    description: 'What is wrong, by field; `non_field_errors` for what is no field’s own.',
    additionalProperties: { type: 'array', items: { type: 'string' } },
  },
);

/** Words that went on after a field's name as a sentence of their own; one that begins with a field's name is one. */
const sentence = (problem: string): string =>
  problem.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase());

/** Sentences by field; undefined when a problem is no field's. */
function byField(problems: readonly Problem[]): Record<string, string[]> | undefined {
  const fields: Record<string, string[]> = {};
  for (const { field, problem, about } of problems) {
    if (field === undefined) return undefined;
    const name = about === 'whole' ? 'non_field_errors' : field;
    const words = about === 'missing' ? 'This field is required.' : sentence(problem);
    fields[name] = [...new Set([...(fields[name] ?? []), words])];
  }
  return fields;
}

/** The dialect of the weekly10 Training Record API, which is that of Django REST Framework. */
export const weekly10Surface: Surface = {
  name: 'weekly10',
  owns: (path) => OWN.test(path),
  errorBody: (error) =>
    (error.status === 400 && byField(error.problems)) || { detail: samsaraMessage(error) },
  errorSchema: (status) => (status === 400 ? Problems : Detail),
  authSchemes: ['Bearer', 'Token'],
  readForm,
};

/** Routes whose requests are told everything that is wrong with them at once. */
export const weekly10 = (routes: Routes): SurfaceRoutes => ({
  surface: weekly10Surface,
  routes(app, services) {
    app.setValidatorCompiler(validators(true));
    app.addHook('onRoute', (route) => {
      route.attachValidation = true;
    });
    app.addHook('preValidation', async (request) => readBody(request));
    app.addHook('preHandler', async (request) => keepFitting(request));
    routes(app, services);
  },
});

/** 409 in a reply's schemas. */
export const Refused = Type.Object(Detail.properties, { title: 'Detail', description: 'It has records.' });

/** A body's `api_id`. */
export const ApiId = Type.Unsafe<string>({
  type: 'string',
  minLength: 1,
  maxLength: 255,
  pattern: '\\S',
  description: 'Id in your system, 1 to 255 characters, unique among objects of this kind; made when absent.',
});

/** A field that may be null. */
export const Nullable = <T extends TSchema>(type: T) =>
  Type.Unsafe<Static<T> | null>({ ...type, type: ['string', 'null'] });

/** The path of one object. */
export const ByApiId = Type.Object({ api_id: Type.String({ description: 'Its `api_id`.' }) });

/** The parameters of every list. */
export const listQuery = (searched: string) =>
  Type.Object({
    search: Type.Optional(
      Type.String({ maxLength: 255, description: `Only those with this text, in any case, in ${searched}.` }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, default: 100, description: 'Objects a page, 1 to 1,000.' }),
    ),
    offset: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        default: 0,
        description: 'Objects to pass over.',
      }),
    ),
  });

/** What a list is asked for: `pattern`, for `ilike`, is the search term, in which `%` and `_` stand for themselves. */
export interface ListRequest {
  limit: number;
  offset: number;
  pattern: string | undefined;
}

export const listRequest = (query: { search?: string; limit?: number; offset?: number }): ListRequest => ({
  limit: query.limit ?? 100,
  offset: query.offset ?? 0,
  pattern: query.search ? `%${query.search.replace(/[\\%_]/g, '\\$&')}%` : undefined,
});

const link = (description: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], description });

/** `{count, next, previous, results}`. */
export const ListOf = <T extends TSchema>(item: T, description: string) =>
  Type.Object({
    count: Type.Integer({ description: 'How many there are in all pages.' }),
    next: link('Absolute URL of the next page; null on the last one.'),
    previous: link('Absolute URL of the page before; null on the first one.'),
    results: Type.Array(item, { description }),
  });

/** Text of a list's reply. */
export function listText(
  request: FastifyRequest,
  publicUrl: string | undefined,
  { limit, offset }: ListRequest,
  found: { count: number; results: unknown[] },
): string {
  const page = (at: number): string => {
    const url = new URL(request.url, 'http://localhost');
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    url.searchParams.set('limit', String(limit));
    if (at > 0) url.searchParams.set('offset', String(at));
    else url.searchParams.delete('offset');
    return `${baseUrl(publicUrl, request)}${url.pathname}${url.search}`;
  };
  return JSON.stringify({
    count: found.count,
    next: offset + limit < found.count ? page(offset + limit) : null,
    previous: offset > 0 ? page(Math.max(0, offset - limit)) : null,
    results: found.results,
  });
}
