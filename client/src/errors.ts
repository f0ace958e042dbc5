/** Everything that this library throws, but for the caller's own abort. */
export class CrewreadyError extends Error {
  /** The key that a write was sent with: send it again with the same input, and at most one of the two is done. */
  readonly idempotencyKey: string | undefined;

  constructor(message: string, about: { idempotencyKey?: string | undefined; cause?: unknown } = {}) {
    super(message, 'cause' in about ? { cause: about.cause } : undefined);
    this.name = new.target.name;
    this.idempotencyKey = about.idempotencyKey;
  }
}

/** No answer came, or not all of one. A write may or may not be done: `idempotencyKey` finds out. */
export class NetworkError extends CrewreadyError {}

/** No answer came in time, in the last try. */
export class TimeoutError extends NetworkError {}

/** A job ended otherwise than complete. */
export class JobFailedError extends CrewreadyError {
  /** The job as it was last read. */
  readonly job: unknown;

  constructor(message: string, job: unknown) {
    super(message);
    this.job = job;
  }
}

/** What an error is made of. */
export interface Refusal {
  response: Response;
  body: unknown;
  idempotencyKey: string | undefined;
}

/** The server refused; there is a class for each status that it documents. */
export class StatusError extends CrewreadyError {
  readonly status: number;
  /** Names the request in the server's log. */
  readonly requestId: string | undefined;
  /** Seconds that the server asks to wait. */
  readonly retryAfter: number | undefined;
  /** What went wrong in one word, for programs. */
  readonly kind: string | undefined;
  /** What is wrong with which field, where the server says so. */
  readonly fields: Record<string, string>;
  /** The reply as it came. */
  readonly body: unknown;

  constructor({ response, body, idempotencyKey }: Refusal) {
    const told = isRecord(body) ? body : {};
    const fields = fieldsOf(told);
    super(messageOf(told, fields) ?? `The server answered ${response.status}.`, { idempotencyKey });
    this.status = response.status;
    this.requestId = textOf(told.requestId) ?? response.headers.get('x-request-id') ?? undefined;
    this.retryAfter = retryAfterOf(response);
    this.kind = response.headers.get('x-error-kind') ?? undefined;
    this.fields = fields;
    this.body = body;
  }
}

/** 400: a parameter or field is wrong. */
export class InvalidError extends StatusError {}
/** 401: the token is missing, unknown or revoked. */
export class UnauthorizedError extends StatusError {}
/** 403: the token lacks the scope. */
export class ForbiddenError extends StatusError {}
/** 404: no such object in this organization. */
export class NotFoundError extends StatusError {}
/** 409: the request contradicts the present state. */
export class ConflictError extends StatusError {}
/** 413: the body, or a file in it, is too large. */
export class TooLargeError extends StatusError {}
/** 415: the body is of a kind that the server does not read. */
export class UnsupportedError extends StatusError {}
/** 422: the idempotency key was used for another request. */
export class KeyReusedError extends StatusError {}
/** 429: over the rate limit, after every try. */
export class RateLimitError extends StatusError {}
/** 503: the server is not ready, after every try. */
export class UnavailableError extends StatusError {}
/** 500 and above: a defect; the server's log has more under `requestId`. */
export class ServerError extends StatusError {}

const CLASSES: Record<number, typeof StatusError> = {
  400: InvalidError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  413: TooLargeError,
  415: UnsupportedError,
  422: KeyReusedError,
  429: RateLimitError,
  503: UnavailableError,
};

/** The error of a reply that is none of the good ones. */
export function errorOf(refusal: Refusal): StatusError {
  const { status } = refusal.response;
  return new (CLASSES[status] ?? (status < 500 ? StatusError : ServerError))(refusal);
}

/** Seconds to wait, which the header has as seconds or as a date. */
export function retryAfterOf({ headers }: Response): number | undefined {
  const text = headers.get('retry-after');
  if (!text) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1_000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Problems by field: under `fields`, or as the weekly10 dialect has them, lists of sentences at the top. */
function fieldsOf({ fields, ...told }: Record<string, unknown>): Record<string, string> {
  const pairs = Object.entries(isRecord(fields) ? fields : told).map(([name, problem]) => {
    if (Array.isArray(problem)) return [name, problem.join(' ')];
    return isRecord(fields) ? [name, String(problem)] : [];
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== undefined));
}

function messageOf(told: Record<string, unknown>, fields: Record<string, string>): string | undefined {
  const [first] = Object.entries(fields);
  return textOf(told.message) ?? textOf(told.detail) ?? (first && `${first[0]}: ${first[1]}`);
}
