import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { client } from '../../../test/start-app.ts';
import { samsaraSurface } from '../../surfaces/samsara.ts';
import { createHttp } from './http.ts';
import { sendError } from './replies.ts';

// What a caller reads when PostgreSQL does not do what a statement asks.
const app = createHttp('silent');
let url = '';
beforeAll(async () => {
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply, samsaraSurface));
  app.get('/:code', async ({ params }) => {
    const { code } = params as { code: string };
    throw Object.assign(new pg.DatabaseError('secret detail', 1, 'error'), { code, severity: 'ERROR' });
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

test.each([
  [400, 'two wrote the same at once', '23505', 'Another object has the same name or id already. Look again.'],
  [503, 'it ends', '57P01', 'The database is not available. Try again.'],
  [503, 'it starts', '57P03', 'The database is not available. Try again.'],
  [503, 'it has too many connections', '53300', 'The database is not available. Try again.'],
  [503, 'its disk is full', '53100', 'The server is out of room. Try again later.'],
  [503, 'it took too long', '57014', 'The database did not answer in time. Try again.'],
  [503, 'two waited for each other', '40P01', 'The database did not answer in time. Try again.'],
  [500, 'the statement is wrong', '42601', expect.stringContaining('Internal server error.')],
])('%d when %s', async (status, _what, code, message) => {
  const reply = await client(url, '').get(`/${code}`);
  expect(reply).toMatchObject({ status, body: { message } });
  expect(reply.text).not.toContain('secret');
});
