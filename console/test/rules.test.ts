import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runFollowers } from '../../server/test/jobs.ts';
import { type Somebody, somebody } from '../../server/test/signed-in.ts';
import { startApp, type TestApp } from '../../server/test/start-app.ts';
import { inChromium, launch, pageOf, violations } from './browser.ts';

inChromium('the pages of requirements', () => {
  let server: TestApp;
  let browser: Browser;
  let manager: Somebody;
  beforeAll(async () => {
    server = await startApp();
    const { org } = server;
    const drivers = [];
    for (const name of ['Ada Lovelace', 'Grace Hopper']) {
      const { body } = await org.send('POST', '/fleet/drivers', {
        name,
        username: name.split(' ')[0],
        password: 'correct horse',
      });
      drivers.push(body.data.id);
    }
    await org.send('POST', '/tags', { name: 'Tankers', drivers: [drivers[0]] });
    const category = await org.send('POST', '/training-course-categories', { name: 'Safety' });
    await org.send('POST', '/training-courses', {
      title: 'Spill Response',
      category: { id: category.body.data.id },
      estimatedTimeToCompleteMinutes: 30,
      status: 'published',
    });
    manager = await somebody(server, org, 'administrator');
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Chooses in a picker with the keyboard alone. */
  const pick = async (page: Page, label: string, name: string): Promise<void> => {
    await page.getByRole('combobox', { name: label, exact: true }).focus();
    await page.keyboard.type(name);
    await page.getByRole('option', { name }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };

  /** Fills in what is needed of a new requirement. */
  const write = async (page: Page, name: string): Promise<void> => {
    await page.goto('/rules/new');
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Condition', { exact: true }).first().selectOption('tag');
    await pick(page, 'Tag', 'Tankers');
    await pick(page, 'Course', 'Spill');
  };

  test('a requirement is written, tried and published, and the list shows it', async () => {
    const { page, complaints } = await pageOf(browser, server, manager);
    await page.goto('/rules');
    await page.getByText('No requirements yet').waitFor();
    await page.getByRole('link', { name: 'New requirement' }).click();
    await write(page, 'Spill drill');
    await page.getByLabel('Citation').fill('49 CFR 172.704');
    await pick(page, 'Course to assign', 'Spill');

    await page.getByRole('button', { name: 'Try it' }).click();
    const trial = page.locator('.trial');
    await trial.waitFor();
    expect(await trial.getByRole('row', { name: /Missing/ }).innerText()).toMatch(/0\s+1\s+\+1/);
    expect(await trial.locator('.changes').innerText()).toMatch(/Ada Lovelace\s+Assigned/);
    expect(await trial.innerText()).toContain('1 assignment would be made at once');
    expect((await server.org.get('/requirements')).body.data).toEqual([]);

    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published. Everybody’s status follows').waitFor();
    await page.getByRole('link', { name: 'All requirements' }).click();
    await runFollowers(server);
    await page.reload();
    const row = page.getByRole('row', { name: /Spill drill/ });
    await row.getByText('In force').waitFor();
    await expect
      .poll(async () => (await row.innerText()).replaceAll(/\s+/g, ' '))
      .toMatch(/49 CFR 172.704 Blocks work In force 0.0 % 1 1$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('what is wrong stands at its field, and what was typed stays', async () => {
    const { page } = await pageOf(browser, server, manager);
    await write(page, 'Refused');
    const score = page.getByLabel('Lowest score');
    await score.fill('120');
    await page.getByRole('button', { name: 'Try it' }).click();
    await expect.poll(() => score.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.condition', { has: score }).innerText()).toContain('number from 0 to 100');
    await expect.poll(() => score.evaluate((field) => field === document.activeElement)).toBe(true);

    await page.route('**/requirements', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await score.fill('80');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('That did not work').waitFor({ timeout: 40_000 });
    await page.reload();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Refused');
    expect(await score.inputValue()).toBe('80');
    await page.context().close();
  });

  test('conditions are nested, and come back as they were sent', async () => {
    const { page } = await pageOf(browser, server, manager);
    await write(page, 'Nested');
    await page.getByRole('button', { name: 'Add a group' }).first().click();
    await page.getByLabel('How the conditions join').nth(1).selectOption('not any');
    await page.getByLabel('Condition', { exact: true }).nth(1).selectOption('startedWithinDays');
    await page.getByLabel('Days', { exact: true }).fill('90');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByText('Draft saved.').waitFor();
    const { body } = await server.org.get('/requirements?states=draft');
    const [draft] = body.data;
    expect(draft.appliesTo).toEqual({
      all: [{ tag: expect.any(String) }, { not: { any: [{ startedWithinDays: 90 }] } }],
    });
    await page.goto(`/rules/${draft.id}`);
    expect(await page.getByLabel('Days', { exact: true }).inputValue()).toBe('90');

    await page.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('dialog', { name: 'Archive “Nested”?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Archive it' }).click();
    await page.getByText('This requirement is archived').waitFor();
    await page.context().close();
  });

  test('whoever may only read gets no way to write', async () => {
    const viewer = await somebody(server, server.org, 'viewer');
    const { page } = await pageOf(browser, server, viewer);
    await page.goto('/rules');
    await page.getByRole('link', { name: 'Spill drill' }).click();
    await page.getByLabel('Name', { exact: true }).waitFor();
    expect(await page.getByLabel('Name', { exact: true }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /Archive|Publish|Save draft/ }).count()).toBe(0);
    await page.context().close();
  });

  test.each([
    { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  ] as const)('axe finds nothing serious: $colorScheme', async (options) => {
    const { page } = await pageOf(browser, server, manager, options);
    await page.goto('/rules');
    await page.getByRole('link', { name: 'Spill drill' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await write(page, 'Looked at');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.locator('.trial').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
