import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { badRequest, invalid, missing } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { fingerprint } from '../../../kernel/http/idempotency.ts';
import { readable } from '../../../kernel/http/input.ts';
import { invalidBySchema } from '../../../kernel/http/validation.ts';
import { validators } from '../../../kernel/http/validators.ts';
import type { Static, TSchema } from '../../../kernel/schema.ts';
import type { FileFacts } from '../files/inline.ts';
import { discardMedia } from '../files/keep.ts';
import type { Kind } from '../files/kinds.ts';
import { storeFile } from './store-file.ts';

const compile = validators(false);
const LIMITS = { fileSize: Number.POSITIVE_INFINITY, files: 1, fields: 30, fieldSize: 10_000 };

/**
 * Reads a multipart body of text fields and one part named `file`, in any order, and hands them to `use`, whose
 * write keeps the file with `keepMedia`. When anything is wrong, nothing of the file is left.
 *
 * @throws 400 for a field that is missing, unknown or wrong, and for a body that ends early; 413.
 */
export async function receive<S extends TSchema, T>(
  services: Pick<Services, 'database' | 'blobs'>,
  request: FastifyRequest,
  fields: S,
  allowed: readonly Kind[],
  use: (fields: Static<S>, file: FileFacts) => Promise<T>,
): Promise<T> {
  const { caller } = request;
  let file: FileFacts | undefined;
  try {
    const texts: Record<string, unknown> = {};
    for await (const part of partsOf(request)) {
      if (part.type === 'field') {
        if (part.fieldname in texts) throw invalid(part.fieldname, 'it is given twice.');
        texts[part.fieldname] = textOf(part);
      } else {
        if (part.fieldname !== 'file')
          throw badRequest(`Unknown file ${part.fieldname.slice(0, 60)}. Name it file.`);
        file = await storeFile(services, caller.orgId, asSent(part.file), allowed);
      }
    }
    check(fields, texts);
    if (!file) throw missing('file');
    if (caller.idempotency)
      caller.idempotency.fingerprint = fingerprint(request.method, request.url, [texts, file.sha256]);
    return await use(texts as Static<S>, file);
  } catch (error) {
    // What still comes is read and dropped, so that the client gets to reading the answer.
    request.raw.unpipe();
    request.raw.resume();
    throw error;
  } finally {
    // The job that looks for abandoned uploads does it when the database is away now.
    if (file) await discardMedia(services, caller.orgId, [file]).catch(() => {});
  }
}

/** @throws 400 for a value that would be cut, or whose bytes are no text in the charset of its part */
function textOf({ fieldname, value, valueTruncated }: MultipartValue): string {
  if (valueTruncated) throw invalid(fieldname, `it is longer than ${LIMITS.fieldSize} bytes.`);
  if (typeof value !== 'string') throw invalid(fieldname, 'send it as text, not as JSON.');
  if (value.includes('\ufffd'))
    throw invalid(
      fieldname,
      'it is not UTF-8, or has U+FFFD in place of a lost character. Send it in UTF-8.',
    );
  return readable(fieldname, value) as string;
}

function partsOf(request: FastifyRequest): AsyncIterable<MultipartFile | MultipartValue> {
  if (!request.isMultipart()) throw badRequest('Send the fields and the file as multipart/form-data.');
  return asSent(request.parts({ limits: LIMITS }));
}

/** Whatever goes wrong in reading what was sent is the request's fault: it was cut off, or is not multipart. */
async function* asSent<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const pieces = source[Symbol.asyncIterator]();
  const next = () =>
    pieces.next().catch((error: Error) => {
      throw badRequest(`The multipart body cannot be read: ${error.message}`);
    });
  for (let piece = await next(); !piece.done; piece = await next()) yield piece.value;
}

function check(schema: TSchema, texts: Record<string, unknown>): void {
  const validate = compile({ schema, method: 'POST', url: '', httpPart: 'querystring' });
  if (validate(texts) !== true) throw invalidBySchema((validate.errors ?? []).slice(0, 1) as never, 'body');
}
