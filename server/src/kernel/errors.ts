/** Sentences about wrong fields, by the name of the field. */
export type FieldProblems = Record<string, string[]>;

/**
 * The one error type for everything a caller can cause. Its message is written for the caller; whatever
 * else is thrown is a defect, logged in full and answered with a plain 500.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** What is wrong with each field, for surfaces that tell it by field. */
  readonly fields: FieldProblems | undefined;

  constructor(
    status: number,
    message: string,
    headers: Record<string, string> = {},
    fields: FieldProblems | undefined = undefined,
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.headers = headers;
    this.fields = fields;
  }
}

/** 400: the request cannot be carried out as sent. Name the field and the fix. */
export const badRequest = (message: string): ApiError => new ApiError(400, message);

/** 400 for one parameter or body field. */
export const invalid = (field: string, problem: string): ApiError =>
  new ApiError(400, `Invalid value for parameter ${field}: ${problem}`, {}, { [field]: [sentence(problem)] });

/** Words after a field's name as a sentence of their own. */
export const sentence = (problem: string): string => problem.charAt(0).toUpperCase() + problem.slice(1);

/** 401: no token, or one that is unknown or revoked; never says which. `schemes` are the header forms it may have. */
export const unauthorized = (schemes: readonly string[]): ApiError =>
  new ApiError(401, 'Invalid token.', { 'www-authenticate': schemes.join(', ') });

/** 403: the token is good but lacks `scope`. */
export const forbidden = (scope: string): ApiError =>
  new ApiError(403, `Permission denied. This token needs the scope "${scope}".`);

/** 404: no such object in the caller's organization, whether or not it exists in another. */
export const notFound = (what: string): ApiError => new ApiError(404, `Object not found. ${what}`);

/** 409: the request contradicts the present state. */
export const conflict = (message: string): ApiError => new ApiError(409, message);
