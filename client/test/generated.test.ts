import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generated } from '../scripts/generated.ts';

test('src/generated/ is what the contract says', async () => {
  for (const [file, text] of await generated()) {
    const committed = await readFile(file, 'utf8').catch(() => '');
    expect(committed === text, `${file.pathname} is out of date: run npm run openapi`).toBe(true);
  }
});
