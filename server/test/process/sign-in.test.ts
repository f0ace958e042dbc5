import { expect, test } from 'vitest';
import { browser, cookieOf } from '../signed-in.ts';
import { crewready, emptyFolder, serve, terminate } from './crewready.ts';

test('the first start prints a link that makes the administrator; `admin` prints one that signs them in', async () => {
  const folder = await emptyFolder();
  const env = { CREWREADY_DATA: folder.path };
  const first = await serve(folder.path);
  const [, code = ''] =
    /Set up, once within 7 days: \S+\/sign-in\/setup#([\w-]{43})\n/.exec(first.stdout()) ?? [];
  expect(first.stdout()).toContain('Sign-in is over plain http');
  const reply = await browser(first.url, undefined).send('POST', '/setup', {
    code,
    organization: 'Northwind Haulage',
    timeZone: 'Europe/Berlin',
    name: 'Ada Min',
    email: 'ada@northwind.example',
    password: 'nine lives and one',
  });
  expect(reply.status, reply.text).toBe(201);

  const made = await crewready(['admin', '--json'], env).ended;
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const link = JSON.parse(made.stdout);
  const signed = await browser(first.url, undefined).send('POST', '/session/code', { code: link.code });
  expect(signed.body.data.person).toMatchObject({ name: 'Ada Min', id: link.personId });
  const unclear = await crewready(['admin', '--email', 'new@northwind.example'], env).ended;
  expect(unclear).toMatchObject({ code: 2, stderr: '--name is missing\n' });
  await terminate(first);

  const second = await serve(folder.path);
  expect(second.stdout()).not.toContain('Set up');
  // Sessions outlive a restart.
  expect((await browser(second.url, cookieOf(signed)).get('/session')).status).toBe(200);
  await terminate(second);
  await folder.remove();
});
