import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOTES_TABLE, notesFeature } from '../../../test/notes-feature.ts';
import { startApp, type TestApp } from '../../../test/start-app.ts';
import type { Database } from '../database/database.ts';

// What is exhausted now may be there again in a while: that is no defect, and clients are told when to try again.

let failing: Error | undefined;
const wrap = (database: Database): Database => {
  const fail = <T>(work: () => Promise<T>): Promise<T> => (failing ? Promise.reject(failing) : work());
  return {
    ...database,
    rows: (statement) => database.rows(statement),
    transaction: (work) => fail(() => database.transaction(work)),
  };
};
let server: TestApp;
beforeAll(async () => {
  server = await startApp({ features: [notesFeature], wrap });
  await server.database.pool.query(NOTES_TABLE);
});
afterAll(() => server.stop());

const ofDatabase = (code: string): Error =>
  Object.assign(new pg.DatabaseError('could not extend file', 1, 'error'), { code, severity: 'ERROR' });
const ofSystem = (code: string): Error => Object.assign(new Error('write failed'), { code });

test.each([
  ['53100', ofDatabase('53100')],
  ['53200', ofDatabase('53200')],
  ['53000', ofDatabase('53000')],
  ['53400', ofDatabase('53400')],
  ['58030', ofDatabase('58030')],
  ['ENOSPC', ofSystem('ENOSPC')],
  ['EDQUOT', ofSystem('EDQUOT')],
  ['EMFILE', ofSystem('EMFILE')],
])('503 with Retry-After when a write meets %s', async (_code, error) => {
  failing = error;
  const reply = await server.org.send('POST', '/notes', { text: 'x' });
  failing = undefined;
  expect(reply.status).toBe(503);
  expect(reply.headers.get('retry-after')).toBe('30');
  expect(reply.body.message).toBe('The server is out of room. Try again later.');
});

test('503 on /readyz for a while after that, and reads go on', async () => {
  const reply = await server.org.get('/readyz');
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '30']);
  expect((await server.org.get('/notes')).status).toBe(200);
});

test('500 for a defect still', async () => {
  failing = ofDatabase('42601');
  expect((await server.org.send('POST', '/notes', { text: 'x' })).status).toBe(500);
  failing = undefined;
});
