import { STATUS_CODES } from 'node:http';
import { type Duplex, Readable } from 'node:stream';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ConnectionLost } from '../database/database.ts';
import { ApiError, badRequest, kindOf } from '../errors.ts';
import type { Surface } from '../feature.ts';
import { newRequestId } from '../ids.ts';
import { Replay } from './idempotency.ts';
import { BODY_LIMIT } from './input.ts';
import { invalidBySchema } from './validation.ts';

/** The longest value in a path. */
export const MOST_IN_PATH = 500;
export const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers whatever was thrown, in the dialect of the path. */
export function sendError(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  surface: Surface | undefined,
): FastifyReply {
  if (thrown instanceof Replay) {
    reply.code(thrown.kept.status).header('idempotent-replayed', 'true');
    return thrown.kept.body ? sendJson(reply, thrown.kept.body) : reply.send();
  }
  const known = toApiError(thrown, request);
  if (!known) request.log.error({ err: thrown }, 'unexpected error');
  const error = known ?? new ApiError(500, 'Internal server error. The log has more under this requestId.');
  const body = surface?.errorBody(error, request.id) ?? { message: error.message, requestId: request.id };
  return sendJson(
    reply
      .code(error.status)
      .headers({ 'x-request-id': request.id, 'x-error-kind': kindOf(error.status), ...error.headers }),
    JSON.stringify(body),
  );
}

/** Sends JSON text that is already built. */
const sendJson = (reply: FastifyReply, text: string): FastifyReply => reply.type(JSON_TYPE).send(text);

/** A handler's answer that is JSON already: it is sent as it is. */
export const jsonText = (text: string | readonly string[]): never =>
  (typeof text === 'string' ? text : text.join('')) as never;

/** The same for text that is ASCII throughout, its pieces copied once: for pages of hundreds of kB. */
export const asciiText = (pieces: readonly string[]): never => asciiBytes(pieces) as never;

function asciiBytes(pieces: readonly string[]): Buffer {
  const body = Buffer.allocUnsafe(pieces.reduce((length, piece) => length + piece.length, 0));
  pieces.reduce((at, piece) => at + body.write(piece, at, 'latin1'), 0);
  return body;
}

/** Nobody reads the body of a reply to HEAD: what would be made piece by piece is not begun. */
export function withoutStream(payload: unknown): unknown {
  if (!(payload instanceof Readable)) return payload;
  payload.destroy();
  return Readable.from([]);
}

function tooLarge({ routeOptions: { bodyLimit = BODY_LIMIT }, headers }: FastifyRequest): string {
  const length = Number(headers['content-length']);
  return `The body is larger than ${bodyLimit} bytes${length > bodyLimit ? `: it has ${length}` : ''}. Send it in parts.`;
}

const tooLong = (url: string): string => {
  const longest = Math.max(...(url.split('?')[0] ?? '').split('/').map((part) => part.length));
  return `A part of the path is longer than ${MOST_IN_PATH} characters: it has ${longest}.`;
};

function toApiError(thrown: unknown, request: FastifyRequest): ApiError | undefined {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof ConnectionLost) return unavailable();
  const error = thrown as Partial<FastifyError> & { severity?: string };
  if (error.validation) {
    return invalidBySchema(error.validation, error.validationContext);
  }
  if (error.severity) return databaseError(error.code);
  if (NO_ROOM.has(error.code ?? '')) return exhausted();
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ApiError(413, tooLarge(request));
  if (error.code === 'FST_ERR_MAX_PARAM_LENGTH') return new ApiError(414, tooLong(request.url));
  if (error.statusCode && error.statusCode < 500)
    return new ApiError(error.statusCode, error.message ?? 'Bad request.');
  return undefined;
}

export const unavailable = (): ApiError =>
  new ApiError(503, 'The database is not available. Try again.', { 'retry-after': '1' });

/** The disk, the memory or the process's files are exhausted. */
export const outOfRoom = (): ApiError =>
  new ApiError(503, 'The server is out of room. Try again later.', { 'retry-after': '30' });

/** For how long a server that was out of room says that it is not ready. */
const NOT_READY_MS = 10_000;
let outOfRoomAt = 0;
export const isOutOfRoom = (): boolean => Date.now() - outOfRoomAt < NOT_READY_MS;

function exhausted(): ApiError {
  outOfRoomAt = Date.now();
  return outOfRoom();
}

/** What the system says when a file cannot be written for want of room. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'ENOMEM']);

/** Statements that PostgreSQL could not run now, though another time it may. */
function databaseError(code: string | undefined): ApiError | undefined {
  if (code?.startsWith('08') || code?.startsWith('57P') || code === '53300') return unavailable();
  if (code?.startsWith('53') || code === '58030') return exhausted();
  // Somebody else was first, between our look and our write.
  if (code === '23505') return badRequest('Another object has the same name or id already. Look again.');
  if (code === '57014' || code === '40001' || code === '40P01') {
    return new ApiError(503, 'The database did not answer in time. Try again.', { 'retry-after': '1' });
  }
  return undefined;
}

const REFUSED: Record<string, [status: number, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The URL and headers are longer than 128 KiB.'],
  HPE_INVALID_URL: [
    400,
    'The URL has bytes that are not ASCII. Percent-encode its UTF-8 bytes, such as %C3%A9.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};

/** Answers what Node refuses before it is a request: too long, too slow, or no HTTP at all. */
export function refuseConnection(error: { code?: string }, socket: Duplex): void {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const [status, message] = REFUSED[error.code ?? ''] ?? [400, 'This is not an HTTP request.'];
    const body = JSON.stringify({ message, requestId: newRequestId() });
    const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8`;
    socket.write(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
  }
  socket.destroy();
}
