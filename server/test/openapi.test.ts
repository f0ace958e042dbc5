import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildDocument, CONTRACT } from '../scripts/openapi-document.ts';

test('contract/openapi.json is what the routes say', async () => {
  const committed = await readFile(CONTRACT, 'utf8').catch(() => '');
  expect(
    committed === (await buildDocument()),
    'contract/openapi.json is out of date: run npm run openapi',
  ).toBe(true);
});
