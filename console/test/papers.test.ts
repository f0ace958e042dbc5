import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { made, makeAssignments, makeCourse, makePeople } from '../../server/test/builders.ts';
import { type Somebody, somebody } from '../../server/test/signed-in.ts';
import { startApp, type TestApp, type TestOrg } from '../../server/test/start-app.ts';
import { inChromium, launch, pageOf, violations } from './browser.ts';

inChromium('the pages of courses and papers', () => {
  let server: TestApp;
  let org: TestOrg;
  let browser: Browser;
  let administrator: Somebody;
  let viewer: Somebody;
  let limited: Somebody;
  let people: string[];
  let courseId: string;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startApp(), launch()]);
    org = server.org;
    people = await makePeople(server, org, 3);
    const tagId = (await made(org, '/tags', { name: 'Reno', drivers: people.slice(0, 1) })).id;
    courseId = (await makeCourse(org, { title: 'Spill Response' })).id;
    await makeAssignments(org, courseId, people);
    administrator = await somebody(server, org, 'administrator');
    viewer = await somebody(server, org, 'viewer');
    limited = await somebody(server, org, 'manager', [tagId]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('a course is written with the keyboard, published, assigned from and archived', async () => {
    const { page, complaints } = await pageOf(browser, server, administrator);
    await page.goto('/training/assignments');
    await page.getByRole('link', { name: 'Courses', exact: true }).click();
    await page.getByRole('button', { name: 'Add a course' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Add a course' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ladders');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Another');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Heights');
    await page.keyboard.press('Tab');
    await page.keyboard.type('15');
    await page.keyboard.press('Enter');
    const side = page.getByRole('complementary', { name: 'Ladders' });
    await side.getByText('Draft').waitFor();
    await side.getByRole('button', { name: 'Publish' }).click();
    await side.getByRole('button', { name: 'Assign' }).click();
    const dialog = page.getByRole('dialog', { name: 'Assign training' });
    await expect.poll(() => dialog.getByRole('combobox', { name: 'Course' }).inputValue()).not.toBe('');
    await page.keyboard.press('Escape');
    await side.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('dialog', { name: 'Archive Ladders?' }).getByText('Nobody is at it.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
    await side.getByText('Archived').waitFor();
    const { body } = await org.get('/training-courses?status=archived');
    expect(body.data).toMatchObject([{ title: 'Ladders', category: { name: 'Heights' } }]);
    expect(complaints).toEqual([]);
  });

  test('a course is changed and changed back; it says who has it', async () => {
    const { page, complaints } = await pageOf(browser, server, administrator);
    await page.goto(`/training/courses?q=spill&open=${courseId}`);
    const side = page.getByRole('complementary', { name: 'Spill Response' });
    await side.getByText('Have it').waitFor();
    await side.getByRole('link', { name: '3', exact: true }).waitFor();
    await side.getByLabel('Minutes it takes').fill('45');
    await side.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('30 min').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Add a category' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a category' });
    await dialog.getByLabel('Name').fill('safety');
    await dialog.getByRole('button', { name: 'Add' }).click();
    // What is refused stands at its field, and what was typed stays.
    await dialog.getByText(/category "Safety" exists already/).waitFor();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('safety');
    expect(complaints).toEqual([]);
  });

  test('a viewer reads and is offered no change; a manager of one tag sees figures of it alone', async () => {
    const reads = await pageOf(browser, server, viewer);
    await reads.page.goto(`/training/courses?open=${courseId}`);
    const side = reads.page.getByRole('complementary', { name: 'Spill Response' });
    await side.getByRole('link', { name: '3', exact: true }).waitFor();
    for (const name of ['Add a course', 'Add a category', 'Save', 'Archive', 'Assign'])
      expect(await reads.page.getByRole('button', { name }).count(), name).toBe(0);
    const within = await pageOf(browser, server, limited);
    await within.page.goto(`/training/courses?open=${courseId}`);
    await within.page.getByRole('link', { name: '1', exact: true }).waitFor();
    expect(await within.page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing serious, ${colorScheme}`, async () => {
      const { page } = await pageOf(browser, server, administrator, { colorScheme });
      const found: Record<string, string[]> = {};
      const look = async (what: string): Promise<void> => {
        const serious = await violations(page);
        if (serious.length > 0) found[what] = serious;
      };
      for (const path of ['/training/courses?open=new', `/training/courses?open=${courseId}`]) {
        await page.goto(path);
        await page.getByRole('complementary').waitFor();
        await page.waitForLoadState('networkidle');
        await look(path);
      }
      await page.getByRole('button', { name: 'Archive' }).click();
      await look('archive');
      expect(found).toEqual({});
    });
});
