import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runQueued } from '../../../../test/jobs.ts';
import { browser, type Somebody, somebody } from '../../../../test/signed-in.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';

const mails: string[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (chunk) => {
      text += chunk;
    });
    stream.on('end', () => {
      mails.push(text.replaceAll('=\r\n', '').replaceAll('=3D', '='));
      done();
    });
  },
});

let server: TestApp;
let ada: Somebody;
beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  server = await startApp({
    publicUrl: 'http://crew.example.com',
    smtp: { url: `smtp://127.0.0.1:${port}`, from: 'Crewready <crew@example.com>' },
  });
  ada = await somebody(server, server.org, 'manager');
});
afterAll(async () => {
  await server.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

const post = (path: string, body: object) => browser(server.url, undefined).send('POST', path, body);

test('204 sends a link that signs in, once', async () => {
  expect((await post('/session/mail', { email: ada.login })).status).toBe(204);
  await runQueued(server);

  const [mail = ''] = mails;
  expect(mail).toContain('Subject: Sign in to Test Fleet');
  expect(mail).toContain(`<${ada.login}>`);
  const [, code = ''] = /http:\/\/crew\.example\.com\/sign-in\/link#([\w-]{43})/.exec(mail) ?? [];
  const reply = await post('/session/code', { code });
  expect(reply.body.data).toMatchObject({ role: 'manager', person: { id: ada.id } });
  expect((await post('/session/code', { code })).status).toBe(401);
});

test('204 in the same way for an address that nobody has, an account that is disabled, a driver: no mail', async () => {
  const off = await somebody(server, server.org, 'viewer');
  await server.org.send('PATCH', '/accounts', { id: off.id, status: 'disabled' });
  const before = mails.length;
  for (const email of ['nobody@example.com', off.login, 'dana'])
    expect((await post('/session/mail', { email })).status).toBe(204);
  await runQueued(server);
  expect(mails).toHaveLength(before);
});

test('429 for many to one address', async () => {
  const replies = [];
  for (let n = 0; n < 6; n += 1)
    replies.push((await post('/session/mail', { email: 'much@example.com' })).status);
  expect(replies).toEqual([204, 204, 204, 204, 429, 429]);
});

test('409 without a mail server', async () => {
  const other = await startApp();
  const reply = await browser(other.url, undefined).send('POST', '/session/mail', { email: 'a@b.c' });
  expect(reply.status).toBe(409);
  await other.stop();
});
