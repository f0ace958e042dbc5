import type { FastifyRequest } from 'fastify';
import { badRequest } from '../errors.ts';
import { parseJson } from './input.ts';

/** A media type as its header writes it; Fastify refuses any other before it reads the body. */
const MEDIA_TYPE = /^\s*[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(;|$)/;
const FORM = /^\s*application\/x-www-form-urlencoded\b/i;
const MULTIPART = /^\s*multipart\//i;

/** A body's own reader, for a dialect that takes forms beside JSON. */
export type ReadForm = (request: FastifyRequest, body: Buffer) => Promise<unknown>;

/** Takes away a Content-Type that is none, so that the body is read as one without. */
export function dropBrokenType({ raw: { headers } }: FastifyRequest): void {
  if (headers['content-type'] !== undefined && !MEDIA_TYPE.test(headers['content-type']))
    delete headers['content-type'];
}

/**
 * Reads a body that is not called JSON: it mostly is, since clients leave the type out or send that of a form. A
 * route that takes no body ignores whatever comes.
 * @throws 400 for what is no JSON, with what it was called.
 */
export async function readOtherBody(request: FastifyRequest, body: Buffer): Promise<unknown> {
  const { config, schema } = request.routeOptions;
  if (!schema?.body) return undefined;
  const type = request.headers['content-type'] ?? '';
  const text = body.toString();
  const isForm = MULTIPART.test(type) || (FORM.test(type) && !/^\s*[{[]/.test(text));
  if (isForm && config.surface?.readForm) return config.surface.readForm(request, body);
  if (MULTIPART.test(type)) throw badRequest('The body is multipart, and this operation takes JSON.');
  return parseJson(text, isForm ? ' It is read as JSON although it is called a form.' : '');
}
