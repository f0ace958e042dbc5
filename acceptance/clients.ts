import { SamsaraClient } from '@samsarahq/samsara';
import { inject } from 'vitest';
import { expectFits } from './contract.ts';

/** fetch that holds every JSON reply against the API descriptions. */
const checkingFetch: typeof fetch = async (input, init) => {
  const reply = await fetch(input, init);
  const url = new URL(input instanceof Request ? input.url : String(input));
  if (reply.headers.get('content-type')?.includes('json')) {
    expectFits(
      init?.method ?? 'GET',
      decodeURIComponent(url.pathname),
      reply.status,
      await reply.clone().json(),
    );
  }
  return reply;
};

/** The official client, told nothing but where and who. */
export const samsara = (token = inject('token')): SamsaraClient =>
  new SamsaraClient({ baseUrl: inject('url'), token, fetch: checkingFetch });

/** What curl would do. */
export async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const reply = await checkingFetch(inject('url') + path, {
    method,
    headers: {
      authorization: `Bearer ${inject('token')}`,
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  const text = await reply.text();
  // biome-ignore lint/suspicious/noExplicitAny: replies of every shape
  const json: any =
    text && reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
  return { status: reply.status, headers: reply.headers, body: json };
}
