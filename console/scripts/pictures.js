// Makes the pictures of the README from the demo fleet: `npm run pictures --workspace console`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PICTURES = [
  { name: 'home', path: '/', colorScheme: 'light' },
  { name: 'matrix', path: '/matrix', colorScheme: 'dark' },
];

const folder = await mkdtemp(join(tmpdir(), 'crewready-pictures-'));
await chmod(folder, 0o755);
const demo = spawn(join(ROOT, 'server/bin/crewready.js'), ['demo', '--json'], {
  env: { ...process.env, PORT: '0', CREWREADY_DATA: folder, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  const told = await new Promise((resolve, reject) => {
    let text = '';
    demo.once('exit', () => reject(new Error('the demo has ended')));
    demo.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.endsWith('}\n')) resolve(JSON.parse(text));
    });
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(told.signIn);
  await page.getByRole('button').click();
  await page.waitForURL(`${told.url}/`);
  for (const { name, path, colorScheme } of PICTURES) {
    await page.emulateMedia({ colorScheme });
    await page.goto(told.url + path);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(ROOT, `docs/pictures/${name}.png`) });
  }
} finally {
  await browser.close();
  demo.kill('SIGTERM');
  await once(demo, 'exit');
  await rm(folder, { recursive: true, force: true });
}
