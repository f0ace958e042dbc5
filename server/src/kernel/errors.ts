/**
 * The one error type for everything a caller can cause. Its message is written for the caller; whatever
 * else is thrown is a defect, logged in full and answered with a plain 500.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.headers = headers;
  }
}

/** 400: the request cannot be carried out as sent. Name the field and the fix. */
export const badRequest = (message: string): ApiError => new ApiError(400, message);

/** 400 for one parameter or body field. */
export const invalid = (field: string, problem: string): ApiError =>
  badRequest(`Invalid value for parameter ${field}: ${problem}`);

/** 401: no token, or one that is unknown or revoked; never says which. */
export const unauthorized = (): ApiError => new ApiError(401, 'Invalid token.');

/** 403: the token is good but lacks `scope`. */
export const forbidden = (scope: string): ApiError =>
  new ApiError(403, `Permission denied. This token needs the scope "${scope}".`);

/** 404: no such object in the caller's organization, whether or not it exists in another. */
export const notFound = (what: string): ApiError => new ApiError(404, `Object not found. ${what}`);

/** 409: the request contradicts the present state. */
export const conflict = (message: string): ApiError => new ApiError(409, message);
