import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { made } from '../../server/test/builders.ts';
import { PASSWORD } from '../../server/test/signed-in.ts';
import { client, startApp, type TestApp } from '../../server/test/start-app.ts';
import { expectAccessible, inChromium, launch, openAs } from './browser.ts';

inChromium('the settings', () => {
  let server: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startApp(), launch()]);
    await made(server.org, '/tags', { name: 'Reno' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const pick = async (page: Page, field: string, option: string) => {
    await page.getByRole('combobox', { name: field }).fill(option);
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  test.each(['light', 'dark'] as const)(
    'a token is made, shown once, lets in, and is revoked, in the %s',
    async (colorScheme) => {
      const name = `Payroll ${colorScheme}`;
      const { page, faults } = await openAs(browser, server, 'administrator', { colorScheme });
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('link', { name: 'API tokens' }).click();
      await page.getByRole('button', { name: 'Make a token' }).click();
      const dialog = page.getByRole('dialog', { name: 'Make a token' });
      await dialog.getByLabel('What uses it').fill(name);
      await dialog.getByRole('button', { name: 'Make', exact: true }).click();
      await dialog
        .getByText(/fewer than 1|at least|must|is missing/i)
        .first()
        .waitFor();
      await pick(page, 'What it may do', 'Read Drivers');
      await pick(page, 'Limited to tags', 'Reno');
      await page.getByLabel('What uses it').click();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Make', exact: true }).click();
      const token = await page.getByLabel('Token', { exact: true }).inputValue();
      const program = client(server.url, token);
      expect((await program.get('/fleet/drivers')).status).toBe(200);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('button', { name: new RegExp(`${name}.*Read Drivers.*Reno`) }).click();
      await page.getByRole('heading', { level: 2, name }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Revoke' }).click();
      await page
        .getByRole('dialog', { name: `Revoke ${name}?` })
        .getByRole('button', { name: 'Revoke' })
        .click();
      await page.getByText(`${name} is revoked.`).waitFor();
      await expect.poll(async () => (await program.get('/fleet/drivers')).status).toBe(401);
      await page.getByLabel('State').selectOption('Revoked');
      await page.getByRole('button', { name: new RegExp(name) }).waitFor();
      expect(await page.content()).not.toContain(token);
      expect(faults.filter((each) => !each.includes('400'))).toEqual([]);
      await page.context().close();
    },
  );

  test('somebody is added, gets a link, another role and back, and is kept out', async () => {
    const { page } = await openAs(browser, server, 'administrator');
    await page.goto(`${server.url}/settings/accounts`);
    await page.getByRole('button', { name: 'Add somebody' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add somebody' });
    await dialog.getByLabel('First and last name').fill('Mia Ortega');
    await dialog.getByLabel('Email').fill('mia@example.com');
    await dialog.getByLabel('Role').selectOption('Viewer');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    expect(link.startsWith(server.url)).toBe(true);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: /Mia Ortega.*Viewer/ }).click();
    await page.getByRole('complementary').getByLabel('Role').selectOption('Manager');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: /Mia Ortega.*Manager/ }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: /Mia Ortega.*Viewer/ }).waitFor();
    await page.getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('button', { name: /Mia Ortega.*Disabled/ }).waitFor();
    await expectAccessible(page);
    const stranger = await browser.newPage();
    await stranger.goto(link);
    await stranger.locator('input[type=password]').fill(PASSWORD);
    await stranger.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => stranger.getByRole('status').textContent()).toMatch(/\w/);
    await stranger.close();
    await page.context().close();
  });

  test('nobody but an administrator is offered it', async () => {
    for (const role of ['manager', 'viewer'] as const) {
      const { page } = await openAs(browser, server, role);
      expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
      await page.goto(`${server.url}/settings/tokens`);
      await page.getByText('Only an administrator').waitFor();
      expect(await page.getByRole('button', { name: 'Make a token' }).count()).toBe(0);
      await page.context().close();
    }
  });
});
