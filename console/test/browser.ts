import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { PASSWORD, type Somebody, signedIn, somebody } from '../../server/test/signed-in.ts';
import type { TestApp } from '../../server/test/start-app.ts';

const CHROMIUM = process.env.CREWREADY_CHROMIUM ?? '/usr/bin/chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Tests that need a browser. Where it must be there, `NEEDS_CHROMIUM` has them fail without it. */
export const inChromium = describe.skipIf(!existsSync(CHROMIUM) && !process.env.NEEDS_CHROMIUM);

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking'],
  });

/** A page of somebody who has signed in; what the browser complains of is gathered in `complaints`. */
export async function pageOf(
  browser: Browser,
  server: TestApp,
  person: Somebody,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const { token: cookie } = await signedIn(server, person);
  const [name = '', value = ''] = cookie.split('=', 2);
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  await context.addCookies([{ name, value, url: server.url }]);
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    // A refusal is the test's own doing.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  return { page, complaints };
}

/** Opens the console for somebody new with a role, who signs in on its page; `faults` is what the browser complains of. */
export async function openAs(
  browser: Browser,
  server: TestApp,
  role: Parameters<typeof somebody>[2],
  options: BrowserContextOptions & { tagIds?: string[] } = {},
): Promise<{ page: Page; faults: string[] }> {
  const { tagIds, ...context } = options;
  const { login } = await somebody(server, server.org, role, tagIds ?? null);
  const page = await (await browser.newContext(context)).newPage();
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    // That nobody is signed in yet is an answer.
    if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(server.url);
  await page.getByLabel('Email or user name').fill(login);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation').waitFor();
  return { page, faults };
}

interface Violation {
  impact: string;
  id: string;
  nodes: { html: string }[];
}

/** What is serious of what axe finds, in a world of its own, which the page's policy does not reach. */
export async function violations(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.enable');
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  await devtools.send('Runtime.evaluate', { expression: AXE, contextId });
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: 'axe.run(document).then(({ violations }) => JSON.stringify(violations))',
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await devtools.detach();
  const found: Violation[] = JSON.parse(String(result.value));
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

/** Nothing that axe calls serious or critical is on the page. */
export const expectAccessible = async (page: Page): Promise<void> =>
  expect(await violations(page)).toEqual([]);
