/** One thing that is wrong with a request, as facts: a surface puts them into its words. */
export interface Problem {
  /** The field or parameter, as the caller named it. */
  field?: string;
  /** What is wrong and what to do: a sentence, or the rest of one that begins with the field. */
  problem: string;
  /**
   * The field is required and not there, is none that we know, is a parameter that there is not, or stands for the
   * whole body or query.
   */
  about?: 'missing' | 'unknown' | 'unknownParameter' | 'whole';
  /** The row of a batch, from 0. */
  row?: number;
  /** The row before, from 0, that means the same object. */
  sameAsRow?: number;
}

/** What went wrong, in one word for programs: the header `X-Error-Kind`. */
const KINDS: Record<number, string> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  405: 'methodNotAllowed',
  408: 'timeout',
  409: 'conflict',
  413: 'tooLarge',
  414: 'tooLong',
  415: 'unsupported',
  416: 'outOfRange',
  422: 'keyReused',
  429: 'rateLimited',
  503: 'unavailable',
};

/** The kind of a status: `invalid`, `notFound`, … */
export const kindOf = (status: number): string => KINDS[status] ?? (status < 500 ? 'invalid' : 'internal');

/**
 * The one error type for everything a caller can cause. Whatever else is thrown is a defect, logged in full and
 * answered with a plain 500. Its `message` is for logs and operators.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly problems: readonly [Problem, ...Problem[]];
  readonly headers: Record<string, string>;

  constructor(status: number, problems: string | readonly Problem[], headers: Record<string, string> = {}) {
    const all = typeof problems === 'string' ? [{ problem: problems }] : problems;
    const first = all[0] ?? { problem: 'The request is wrong.' };
    super(plain(first));
    this.name = 'ApiError';
    this.status = status;
    this.problems = [first, ...all.slice(1)];
    this.headers = headers;
  }
}

/** A problem in words of no dialect. */
export function plain({ field, problem, about }: Problem): string {
  if (about === 'missing') return `${field} is missing`;
  return field === undefined ? problem : `${field}: ${problem}`;
}

/** 400: the request cannot be carried out as sent. Name the field and the fix. */
export const badRequest = (message: string): ApiError => new ApiError(400, message);

/** 400 for one parameter or body field. */
export const invalid = (field: string, problem: string): ApiError => new ApiError(400, [{ field, problem }]);

/** 400 for a parameter or body field that must be there. */
export const missing = (field: string): ApiError =>
  new ApiError(400, [{ field, problem: 'it is missing.', about: 'missing' }]);

/** 401: no token, or one that is unknown or revoked; never says which. `schemes` are the header forms it may have. */
export const unauthorized = (schemes: readonly string[]): ApiError =>
  new ApiError(401, 'Invalid token.', { 'www-authenticate': schemes.join(', ') });

/** 403: the token is good but lacks `scope`. */
export const forbidden = (scope: string): ApiError => denied(`This token needs the scope "${scope}".`);

/** 403: the token is good but may not do this. */
export const denied = (why: string): ApiError => new ApiError(403, `Permission denied. ${why}`);

/** 404 for a path or method that is none. */
export class UnknownPath extends ApiError {
  constructor() {
    super(404, '404 page not found');
  }
}

/** 404: no such object in the caller's organization, whether or not it exists in another. */
export const notFound = (what: string): ApiError => {
  const [, field, problem] = /^([A-Za-z][\w.[\]]*): (.*)$/s.exec(what) ?? [];
  return new ApiError(404, [field && problem ? { field, problem } : { problem: what }]);
};

/** 409: the request contradicts the present state. */
export const conflict = (message: string): ApiError => new ApiError(409, message);
