import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD, somebody } from '../../server/test/signed-in.ts';
import type { TestApp } from '../../server/test/start-app.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });

/** A page, and everything that went wrong on it without anybody asking. */
export interface Opened {
  page: Page;
  faults: string[];
}

/** Opens the console for somebody new with a role, signed in by the page itself. */
export async function openAs(
  browser: Browser,
  server: TestApp,
  role: Parameters<typeof somebody>[2],
  options: BrowserContextOptions & { tagIds?: string[] } = {},
): Promise<Opened> {
  const { tagIds, ...context } = options;
  const { login } = await somebody(server, server.org, role, tagIds ?? null);
  const page = await (await browser.newContext(context)).newPage();
  page.setDefaultTimeout(20_000);
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

/** Nothing that axe calls serious or critical is on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  // The page's own policy lets no script of others in; a test may.
  const found = (await page.evaluate(`${AXE}; axe.run(document, { resultTypes: ['violations'] })`)) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  const serious = found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`);
  expect(serious).toEqual([]);
}
