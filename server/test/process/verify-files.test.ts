import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { png } from '../pictures.ts';
import { crewready, dataFolder, type Folder, type Server, serve, TOKEN, terminate } from './crewready.ts';

let folder: Folder;
let server: Server;
beforeAll(async () => {
  folder = await dataFolder();
  server = await serve(folder.path);
});
afterAll(async () => {
  await terminate(server);
  await folder.remove();
});

// biome-ignore lint/suspicious/noExplicitAny: replies of several shapes
async function send(method: string, path: string, body?: object): Promise<any> {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  const reply = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) });
  return ((await reply.json()) as { data: unknown }).data;
}

/** Hands in a form with three photos; answers their ids. */
async function handIn(): Promise<string[]> {
  const fields = [{ label: 'Photos', type: 'media' }];
  const template = await send('POST', '/form-templates', {
    title: 'Damage',
    sections: [{ label: 'All', fields }],
  });
  const { id } = await send('POST', '/form-submissions', {
    formTemplate: { id: template.id },
    status: 'notStarted',
  });
  await send('POST', '/form-submissions/start', { id });
  const base64Payload = (await png()).toString('base64');
  const mediaList = Array.from({ length: 3 }, () => ({ base64Payload, mediaType: 'image/png' }));
  const answer = { id: template.fields[0].id, type: 'media', mediaValue: { mediaList } };
  const submission = await send('POST', '/form-submissions/submit', { id, fields: [answer] });
  return submission.fields[0].mediaValue.mediaList.map((photo: { id: string }) => photo.id);
}

const verify = (...args: string[]) => crewready(['verify', ...args], { CREWREADY_DATA: folder.path }).ended;

test('verify reads the stored files, and names what was altered or removed on disk', async () => {
  const [altered, removed] = (await handIn()) as [string, string, string];
  const whole = await verify();
  expect(whole).toMatchObject({ code: 0, stderr: '' });
  expect(whole.stdout).toMatch(
    /The ledger is whole.*\nThe 3 files that it names \(\d+ bytes\) are as it says\.\n$/,
  );

  const { organizations } = JSON.parse((await verify('--json', '--no-files')).stdout);
  const { orgId } = organizations[0];
  const place = (id: string) => join(folder.path, 'blobs', orgId, id.slice(-2), id);
  await writeFile(place(altered), await png(64, 48, 7));
  await rm(place(removed));

  const bad = await verify();
  expect(bad.code).toBe(1);
  expect(bad.stdout).toMatch(
    new RegExp(`BAD: organization ${orgId}, seq \\d+: the file ${altered} of formSubmission \\S+ has `),
  );
  expect(bad.stdout).toMatch(new RegExp(`the file ${removed} of formSubmission \\S+ is missing\\.`));
  expect(bad.stdout).toMatch(/\n2 of the 3 files that it names are not as it says\.\n$/);
  const json = await verify('--json');
  expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, files: { checked: 3, bad: 2 } });

  const without = await verify('--no-files');
  expect(without.code).toBe(0);
  expect(without.stdout).toMatch(/The ledger is whole, and the tables are as it says\.\n$/);
});
