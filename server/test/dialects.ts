import type { Reply } from './start-app.ts';

/**
 * What an error says, in whichever dialect: `{message, requestId}` of the Samsara API, with `fields` in a 400 of our
 * own operations, or `{detail}` and
 * `{field: [message, …]}` of the weekly10 one. Undefined for a body of neither.
 */
export function explanation({ status, body }: Reply): string | undefined {
  const keys = Object.keys(body ?? {});
  if (keys.join() === 'message,requestId') return body.message;
  const told = status === 400 && keys.join() === 'message,requestId,fields' && Object.values(body.fields);
  if (told && told.length > 0 && told.every((text) => typeof text === 'string')) return body.message;
  if (keys.join() === 'detail' && typeof body.detail === 'string') return body.detail;
  const byField = keys.length > 0 && Object.values(body).every(Array.isArray);
  return status === 400 && byField
    ? keys.map((key) => `${key}: ${body[key].join(' ')}`).join(' ')
    : undefined;
}

/** Whether an error says that `name` is missing. */
export const saysMissing = ({ status, body }: Reply, name: string): boolean =>
  status === 400 &&
  (body.message === `${name} is missing` || body[name]?.join() === 'This field is required.');
