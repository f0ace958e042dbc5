import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startWorker, type Working } from '../../server/src/kernel/jobs/jobs.ts';
import { startApp, type TestApp, type TestOrg } from '../../server/test/start-app.ts';
import { bundled, type Example, examples, prepare } from './examples.ts';

const EXAMPLES = await examples();
const CHROMIUM = process.env.CREWREADY_CHROMIUM ?? '/usr/bin/chromium';
// Where it must be there, it is looked for in vain loudly.
const hasChromium = existsSync(CHROMIUM) || Boolean(process.env.NEEDS_CHROMIUM);

let server: TestApp;
let folder: string;
let worker: Working;
beforeAll(async () => {
  server = await startApp();
  folder = await mkdtemp(fileURLToPath(new URL('.examples-', import.meta.url)));
  const { services, features } = server;
  const jobs = features.flatMap(({ jobs = [] }) => jobs);
  worker = await startWorker(jobs, services, (failure) => console.error(failure));
});
afterAll(async () => {
  await worker.stop();
  await server.stop();
  await rm(folder, { recursive: true });
});

const ready = async (): Promise<TestOrg> => {
  const org = await server.makeOrg('Reno Freight');
  await prepare(org);
  return org;
};

test('there are ten examples, and each prints something', () => {
  expect(EXAMPLES.filter(({ code, prints }) => code && prints).length).toBe(10);
});

test('the examples are right by their types', async () => {
  const files = EXAMPLES.map((_example, n) => join(folder, `${n}.ts`));
  for (const [n, file] of files.entries()) await writeFile(file, (EXAMPLES[n] as Example).code);
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    types: ['node'],
    paths: { '@crewready/client': [fileURLToPath(new URL('../src/index.ts', import.meta.url))] },
  });
  const wrong = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const title = EXAMPLES[files.indexOf(file?.fileName ?? '')]?.title ?? file?.fileName;
    return `${title}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
  expect(wrong).toEqual([]);
});

describe('in Node', () => {
  let org: TestOrg;
  beforeAll(async () => {
    org = await ready();
  });

  test.each(EXAMPLES)('$title', async (example) => {
    const lines: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((...told) => void lines.push(told.join(' ')));
    const file = join(folder, `${EXAMPLES.indexOf(example)}.mjs`);
    await writeFile(file, await bundled(example, server.url, org.token));
    try {
      await import(/* @vite-ignore */ pathToFileURL(file).href);
    } finally {
      log.mockRestore();
    }
    expect(lines.map((line) => `${line}\n`).join('')).toBe(example.prints);
  });
});

describe.runIf(hasChromium)('in Chromium', () => {
  let org: TestOrg;
  let browser: Browser;
  beforeAll(async () => {
    org = await ready();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-background-networking'],
    });
  });
  afterAll(() => browser?.close());

  test.each(EXAMPLES)('$title', async (example) => {
    const page = await browser.newPage();
    const lines: string[] = [];
    const failures: string[] = [];
    page.on('console', (message) => message.type() === 'log' && lines.push(message.text()));
    page.on('pageerror', (error) => failures.push(String(error)));
    const script = await bundled(example, server.url, org.token);
    // A page of the server's own origin, as the console is one.
    await page.route('**/example', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto(`${server.url}/example`);
    await page.addScriptTag({ type: 'module', content: `${script}\nglobalThis.finished = true;` });
    await expect
      .poll(async () => (await page.evaluate('globalThis.finished')) ?? failures.length > 0, {
        timeout: 20_000,
      })
      .toBe(true);
    expect(failures).toEqual([]);
    expect(lines.map((line) => `${line}\n`).join('')).toBe(example.prints);
    await page.close();
  });
});
