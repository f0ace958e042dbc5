import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeCourse, makePeople } from '../../server/test/builders.ts';
import { startApp, type TestApp } from '../../server/test/start-app.ts';
import { expectAccessible, inChromium, launch, openAs } from './browser.ts';

inChromium('the palette', () => {
  let server: TestApp;
  let browser: Browser;
  let inside: string;
  let tagId: string;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startApp(), launch()]);
    const { org } = server;
    const people = await makePeople(server, org, 20);
    inside = people[3] as string;
    tagId = (await made(org, '/tags', { name: 'Reno', drivers: [inside] })).id;
    const course = await makeCourse(org, { title: 'Hazmat' });
    await made(org, '/requirements', {
      name: 'Hazmat training',
      appliesTo: { type: 'driver' },
      satisfiedBy: { course: { id: course.id } },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const fieldOf = (page: Page) => page.getByRole('combobox', { name: 'Search or jump to' });
  // The page beneath may have choices of its own.
  const options = (page: Page) =>
    page.getByRole('listbox', { name: 'Found' }).getByRole('option').allTextContents();
  const path = (page: Page) => new URL(page.url()).pathname;
  /** Two keys, which have to come soon after each other: again where the machine was too slow for that. */
  const go = (page: Page, key: string, address: string) =>
    expect
      .poll(async () => {
        if (path(page) === address) return address;
        await page.keyboard.press('g');
        await page.keyboard.press(key);
        return path(page);
      })
      .toBe(address);

  test.each(['light', 'dark'] as const)(
    'finds pages, people and requirements, in the %s',
    async (colorScheme) => {
      const { page, faults } = await openAs(browser, server, 'administrator', { colorScheme });
      await page.getByRole('heading', { level: 1 }).waitFor();
      // Typed on, without a look at whether it is there.
      await page.keyboard.press('Control+k');
      await page.keyboard.type('matr');
      const field = fieldOf(page);
      await expect.poll(() => options(page)).toEqual(['Matrix']);
      await expectAccessible(page);
      await field.fill('person 17');
      await expect.poll(() => options(page)).toEqual([expect.stringContaining('Person 17')]);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Person 17' }).waitFor();
      await page.getByRole('button', { name: 'Search or jump to' }).first().click();
      await field.fill('hazmat tr');
      await expect.poll(() => options(page)).toEqual(['Hazmat training']);
      await page.keyboard.press('Enter');
      await expect.poll(() => path(page)).toMatch(/^\/rules\/[\w-]+$/);
      await page.keyboard.press('Control+k');
      await field.fill('nobody by this name');
      await page.getByText('Nothing by this name.').waitFor();
      await page.keyboard.press('Escape');
      await field.waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  test('does what the page offers, to those to whom it offers it', async () => {
    for (const role of ['administrator', 'viewer'] as const) {
      const { page } = await openAs(browser, server, role);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      await fieldOf(page).fill('assign tr');
      if (role === 'viewer') await page.getByText('Nothing by this name.').waitFor();
      else {
        await page.getByRole('option', { name: 'Assign training' }).click();
        await page.getByRole('dialog', { name: 'Assign training' }).waitFor();
        // Nothing leads away from what is being written.
        await page.keyboard.press('Control+k');
        expect(await fieldOf(page).count()).toBe(0);
      }
      await page.context().close();
    }
  });

  test('a manager of one tag finds nobody else', async () => {
    const { page } = await openAs(browser, server, 'manager', { tagIds: [tagId] });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await fieldOf(page).fill('person');
    await expect.poll(() => options(page)).toEqual([expect.stringContaining('Person 4')]);
    await page.context().close();
  });

  test('keys lead to pages and list themselves, but not while something is typed', async () => {
    const { page } = await openAs(browser, server, 'viewer');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await go(page, 'm', '/matrix');
    await page.getByRole('heading', { level: 1, name: 'Matrix' }).waitFor();
    await page.getByPlaceholder('Find a person or vehicle').pressSequentially('gp?');
    expect(path(page)).toBe('/matrix');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    for (const [key, address] of [
      ['p', '/directory/people'],
      ['t', '/training/assignments'],
      ['h', '/'],
    ] as const)
      await go(page, key, address);
    await page.context().close();
  });

  test('a phone has a sign for it in the head', async () => {
    const { page } = await openAs(browser, server, 'viewer', { viewport: { width: 390, height: 844 } });
    await page.locator('.jump-sign').click();
    await fieldOf(page).fill('person 9');
    await page.getByRole('option', { name: /Person 9/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Person 9' }).waitFor();
    await page.context().close();
  });
});
