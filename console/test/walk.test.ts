import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstCode, newCodeText, pathOf } from '../../server/src/features/sign-in/index.ts';
import { made, makeCourse } from '../../server/test/builders.ts';
import { runFollowers, runQueued } from '../../server/test/jobs.ts';
import { work } from '../../server/test/reports.ts';
import { startApp, type TestApp } from '../../server/test/start-app.ts';
import { expectAccessible, inChromium, launch } from './browser.ts';

inChromium('from the first start to the proof', () => {
  let server: TestApp;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startApp(), launch()]);
    page = await browser.newPage({ baseURL: server.url, locale: 'en-US', reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const pick = async (label: string, name: string): Promise<void> => {
    await page.getByRole('combobox', { name: label, exact: true }).fill(name);
    await page.getByRole('option', { name }).click();
  };

  test('an organization is set up, says what it needs, trains, and proves it', async () => {
    const { org, database } = server;
    const first = await firstCode(database, newCodeText());
    if (!first) throw new Error('it is set up already');
    await page.goto(pathOf(first.row, first.code));
    await page.getByLabel('Organization').fill('Northwind Haulage');
    await page.getByLabel('Time zone').fill('America/Chicago');
    await page.getByLabel('Your name').fill('Ada Min');
    await page.getByLabel('Your email').fill('ada@northwind.example');
    await page.getByLabel('Password').fill('nine lives and one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Northwind Haulage').waitFor();
    await page.getByText('No requirements yet').waitFor();

    const drivers: string[] = [];
    for (const name of ['Grace Hopper', 'Mary Ward'])
      drivers.push(
        (await made(org, '/fleet/drivers', { name, username: name.split(' ')[0], password: 'correct horse' }))
          .id,
      );
    await made(org, '/tags', { name: 'Tankers', drivers });
    await makeCourse(org, { title: 'Spill Response' });

    await page.goto('/rules/new');
    await page.getByLabel('Name', { exact: true }).fill('Spill drill');
    await page.getByLabel('Condition', { exact: true }).first().selectOption('tag');
    await pick('Tag', 'Tankers');
    await pick('Course', 'Spill Response');
    await page.getByRole('button', { name: 'Try it' }).click();
    await expect
      .poll(() =>
        page
          .locator('.trial')
          .getByRole('row', { name: /Missing/ })
          .innerText(),
      )
      .toMatch(/0\s+2\s+\+2/);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published. Everybody’s status follows').waitFor();
    await runFollowers(server);

    await page.goto('/matrix');
    await page.getByRole('rowheader', { name: /Grace Hopper.*0\/1/ }).waitFor();
    await page.getByRole('button', { name: 'Assign training' }).click();
    await page.getByRole('radio', { name: 'All of a tag' }).check();
    await page.getByRole('combobox', { name: 'All of a tag' }).selectOption('Tankers');
    await page.getByLabel('Course').selectOption('Spill Response');
    await page.getByRole('button', { name: 'Assign to 2' }).click();
    await page.getByText('Assigned to 2 people.').first().waitFor();

    const { body } = await org.get('/training-assignments/list');
    expect(body.data).toHaveLength(2);
    for (const { assignment } of body.data)
      await made(org, '/training-assignments/complete', { id: assignment.id });
    await runFollowers(server);
    await page.goto('/matrix');
    await expect
      .poll(() => page.getByRole('rowheader').allTextContents())
      .toEqual(['Grace Hopper1/1', 'Mary Ward1/1']);
    await page.goto('/');
    await expect.poll(() => page.locator('.figure strong').textContent()).toBe('100.0');

    const columns = ['subjectName', 'status'].map((fieldName) => ({ fieldName }));
    const run = await made(org, '/reports/runs', {
      reportConfig: { datasetId: 'RequirementStatuses', columns },
    });
    await work(server);
    const { rows } = (await org.get(`/reports/runs/data?id=${run.id}`)).body.data;
    expect(rows).toEqual([
      ['Grace Hopper', 'current'],
      ['Mary Ward', 'current'],
    ]);

    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByText('Not verified yet.').waitFor();
    await page.getByRole('button', { name: 'Verify', exact: true }).click();
    await page.getByText('Walking along the ledger').first().waitFor();
    await runQueued(server);
    await page.getByText(/Whole on /).waitFor();
    const [last] = (await org.get('/ledger?resource=ledgerVerification')).body.data.slice(1);
    expect(await page.locator('.seal code').textContent()).toBe(`${org.orgId}:${last.seq}:${last.hash}`);
    await page.getByLabel('Kind').selectOption('training assignment');
    const entries = page.getByRole('main').getByRole('listitem');
    await expect.poll(() => entries.filter({ hasNotText: 'training assignment' }).count()).toBe(0);
    await entries.first().getByRole('button').press('Enter');
    await page.getByRole('heading', { name: /^Entry \d+$/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByText('Ledger verified').waitFor();
  });
});
