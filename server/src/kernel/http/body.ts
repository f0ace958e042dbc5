import { isUtf8 } from 'node:buffer';
import type { FastifyRequest } from 'fastify';
import { ApiError, badRequest } from '../errors.ts';
import { parseJson } from './input.ts';

/** A media type as its header writes it; Fastify refuses any other before it reads the body. */
const MEDIA_TYPE = /^\s*[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(;|$)/;
const FORM = /^\s*application\/x-www-form-urlencoded\b/i;
const MULTIPART = /^\s*multipart\//i;
const CHARSET = /;\s*charset\s*=\s*("?)([^";\s]*)\1/i;
/** ASCII is UTF-8 too. */
const UTF8 = /^(utf-?8|us-ascii|ascii)$/i;
const BYTE_ORDER_MARK = '\ufeff';

/** A body's own reader, for a dialect that takes forms beside JSON. */
export type ReadForm = (request: FastifyRequest, body: Buffer) => Promise<unknown>;

/** Takes away a Content-Type that is none, so that the body is read as one without. */
export function dropBrokenType({ raw: { headers } }: FastifyRequest): void {
  if (headers['content-type'] !== undefined && !MEDIA_TYPE.test(headers['content-type']))
    delete headers['content-type'];
}

/** Refuses a body that is compressed or in another charset, by what its headers say. @throws 415 */
export function refuseEncoded({ raw: { headers } }: FastifyRequest): void {
  if (headers['transfer-encoding'] === undefined && !(Number(headers['content-length']) > 0)) return;
  const codings = String(headers['content-encoding'] ?? '').split(',');
  const coding = codings.map((one) => one.trim()).find((one) => one !== '' && !/^identity$/i.test(one));
  if (coding !== undefined)
    throw new ApiError(
      415,
      `Content-Encoding: ${coding.slice(0, 40)} is not read here. Send the body as it is.`,
      {
        'accept-encoding': 'identity',
      },
    );
  const [, , charset] = CHARSET.exec(headers['content-type'] ?? '') ?? [];
  if (charset && !UTF8.test(charset))
    throw new ApiError(415, `The charset ${charset.slice(0, 40)} is not read here. Send the body in UTF-8.`);
}

/** Bytes as the text that they are, without a byte order mark. @throws 400 for what is not UTF-8 */
export function textOf(what: string, bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes)) {
    const at = firstDifference(bytes, Buffer.from(text));
    const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    throw badRequest(`${what} is not UTF-8: byte ${at + 1} is 0x${byte}. Send it in UTF-8.`);
  }
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** Where bytes differ from what became of them by reading and writing them: the first that is not UTF-8. */
function firstDifference(bytes: Buffer, others: Buffer): number {
  let at = 0;
  while (at < bytes.length && bytes[at] === others[at]) at += 1;
  return at;
}

/** Reads a body that is called JSON. */
export const readJsonBody = (body: Buffer): unknown => parseJson(textOf('The body', body));

/**
 * Reads a body that is not called JSON: it mostly is, since clients leave the type out or send that of a form. A
 * route that takes no body ignores whatever comes.
 * @throws 400 for what is no JSON, with what it was called.
 */
export async function readOtherBody(request: FastifyRequest, body: Buffer): Promise<unknown> {
  const { config, schema } = request.routeOptions;
  if (!schema?.body) return undefined;
  const type = request.headers['content-type'] ?? '';
  const isForm = MULTIPART.test(type) || (FORM.test(type) && !isJson(body));
  if (isForm && config.surface?.readForm) return config.surface.readForm(request, body);
  if (MULTIPART.test(type)) throw badRequest('The body is multipart, and this operation takes JSON.');
  const more = isForm ? ' It is read as JSON although it is called a form.' : '';
  return parseJson(textOf('The body', body), more);
}

const isJson = (body: Buffer): boolean => /^\ufeff?\s*[{[]/.test(body.toString('utf8', 0, 100));
