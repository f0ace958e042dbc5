import { createHash } from 'node:crypto';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ApiError, badRequest, invalid, missing } from '../../../kernel/errors.ts';
import { fingerprint } from '../../../kernel/http/idempotency.ts';
import { readable } from '../../../kernel/http/input.ts';
import { invalidBySchema } from '../../../kernel/http/validation.ts';
import { validators } from '../../../kernel/http/validators.ts';
import type { TSchema } from '../../../kernel/schema.ts';
import { printable } from '../../../kernel/text.ts';
import { heldFile, type Source } from '../source.ts';
import { ImportFields, LARGEST_FILE } from './schema.ts';

const validate = validators(false)({
  schema: ImportFields as TSchema,
  method: 'POST',
  url: '',
  httpPart: 'querystring',
});
const LIMITS = { fileSize: LARGEST_FILE, files: 1, fields: 10, fieldSize: 100 };

/** What was sent. */
interface Received {
  fields: ImportFields;
  source: Source;
}

/**
 * Reads a multipart body of text fields and one file, in any order, the file into memory.
 *
 * @throws 400 for a field that is missing, unknown or wrong, and for a body that ends early; 413 for a large file.
 */
export async function receiveImport(request: FastifyRequest): Promise<Received> {
  const { caller } = request;
  try {
    const { texts, file } = await partsOf(request);
    const sent = JSON.stringify(texts);
    if (validate(texts) !== true) throw invalidBySchema((validate.errors ?? []).slice(0, 1) as never, 'body');
    if (!file) throw missing('file');
    if (caller.idempotency) {
      const sha256 = createHash('sha256').update(file.bytes).digest('hex');
      caller.idempotency.fingerprint = fingerprint(request.method, request.url, [sent, sha256]);
    }
    return { fields: texts as ImportFields, source: heldFile(file.name, file.bytes) };
  } catch (error) {
    // What still comes is read and dropped, so that the client gets to reading the answer.
    request.raw.unpipe();
    request.raw.resume();
    throw error;
  }
}

interface Parts {
  texts: Record<string, unknown>;
  file: { name: string; bytes: Buffer } | undefined;
}

async function partsOf(request: FastifyRequest): Promise<Parts> {
  if (!request.isMultipart()) throw badRequest('Send the fields and the file as multipart/form-data.');
  const parts: Parts = { texts: {}, file: undefined };
  try {
    for await (const part of request.parts({ limits: LIMITS }))
      if (part.type === 'file') parts.file = await fileOf(part);
      else if (part.fieldname in parts.texts) throw invalid(part.fieldname, 'it is given twice.');
      else parts.texts[part.fieldname] = textOf(part);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
      throw new ApiError(413, `file: it is larger than ${LARGEST_FILE} bytes. Send it in parts.`);
    throw badRequest(`The multipart body cannot be read: ${(error as Error).message}`);
  }
  return parts;
}

async function fileOf(part: MultipartFile): Promise<Parts['file']> {
  if (part.fieldname !== 'file')
    throw badRequest(`Unknown file ${part.fieldname.slice(0, 60)}. Name it file.`);
  return { name: printable(part.filename || 'the file').slice(0, 100), bytes: await part.toBuffer() };
}

function textOf({ fieldname, value }: MultipartValue): string {
  if (typeof value !== 'string') throw invalid(fieldname, 'send it as text, not as JSON.');
  return readable(fieldname, value) as string;
}
