import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, makeCourse, makePeople } from '../../server/test/builders.ts';
import { work } from '../../server/test/reports.ts';
import { type Somebody, somebody } from '../../server/test/signed-in.ts';
import { startApp, type TestApp, type TestOrg } from '../../server/test/start-app.ts';
import { expectAccessible, inChromium, launch, pageOf } from './browser.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LOOKS = [
  { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

inChromium('driving and reports', () => {
  let server: TestApp;
  let org: TestOrg;
  let browser: Browser;
  let manager: Somebody;
  let viewer: Somebody;
  let ofReno: Somebody;
  let ada: string;
  beforeAll(async () => {
    server = await startApp();
    org = server.org;
    const drivers = await makePeople(server, org, 3);
    ada = drivers[0] as string;
    await org.send('PATCH', `/fleet/drivers/${ada}`, { name: 'Ada Lovelace' });
    await org.send('PATCH', `/fleet/drivers/${drivers[1]}`, { name: 'Grace Hopper' });
    const truck = await made(org, '/fleet/vehicles', { name: 'Truck 1' });
    const tag = await made(org, '/tags', { name: 'Reno', drivers: [drivers[1]] });
    await makeCourse(org, { title: 'Coasting' });
    const today = Math.floor(Date.now() / DAY) * DAY;
    const hour = (driverId: string, days: number, percent: number) => ({
      driverId,
      vehicleId: truck.id,
      hour: new Date(today - days * DAY).toISOString(),
      driveTimeDurationMs: HOUR,
      engineOnDurationMs: HOUR,
      idlingDurationMs: (HOUR * (100 - percent)) / 400,
      totalBrakeDurationMs: 0,
      cruiseControlDurationMs: (HOUR * percent) / 100,
    });
    const data = [40, 20, 10, 3].flatMap((days) => [
      hour(ada, days, days),
      hour(drivers[1] as string, days, 60 - days),
    ]);
    expect((await org.send('POST', '/driver-efficiency/hours', { data })).status).toBe(200);
    manager = await somebody(server, org, 'administrator');
    viewer = await somebody(server, org, 'viewer');
    ofReno = await somebody(server, org, 'manager', [tag.id]);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const rowsOf = (page: Page) => page.locator('.ranking li strong');

  describe('driving', () => {
    test('the ranking, one driver over time by the keyboard, and coaching from the row', async () => {
      const { page, complaints } = await pageOf(browser, server, manager);
      await page.goto('/driving');
      await rowsOf(page).first().waitFor();
      expect(await rowsOf(page).allInnerTexts()).toEqual(['Ada Lovelace', 'Grace Hopper']);
      expect(await page.locator('.ranking li').first().innerText()).toMatch(/worse than before/);

      await page.getByRole('button', { name: /^Ada Lovelace/ }).focus();
      await page.keyboard.press('Enter');
      const side = page.getByRole('complementary');
      await side.getByRole('heading', { name: 'Ada Lovelace' }).waitFor();
      await side.getByLabel('Shown over time').selectOption('cruiseControl');
      const chart = side.getByRole('img', { name: / of Ada/ });
      await expect
        .poll(() => chart.getAttribute('aria-label'))
        .toMatch(/^Cruise control of Ada Lovelace: from 40 % on .* to 3 % on .*\. Target: 61 %\.$/);
      await side.getByRole('button', { name: 'Show as a table' }).click();
      expect(await side.getByRole('row', { name: /10 %/ }).count()).toBe(1);
      expect(new URL(page.url()).search).toBe(`?open=${ada}&metric=cruiseControl`);
      await page.keyboard.press('Escape');
      await side.waitFor({ state: 'detached' });

      await page.getByLabel('Order').selectOption('best');
      await expect.poll(() => rowsOf(page).first().innerText()).toBe('Grace Hopper');
      await page.getByLabel('Drivers or vehicles').selectOption('vehicle');
      await expect.poll(() => rowsOf(page).allInnerTexts()).toEqual(['Truck 1']);
      await page.goBack();
      await page.goto('/driving');
      await page.getByRole('button', { name: 'Assign coaching to Ada Lovelace' }).click();
      await page.getByRole('dialog').getByText('Ada Lovelace').waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('scores are made otherwise, with errors at their fields, and back', async () => {
      const { page, complaints } = await pageOf(browser, server, manager);
      await page.goto('/driving/settings');
      const coasting = page.getByRole('group', { name: 'Coasting' });
      const weight = coasting.getByLabel('Weight, 0 to 10');
      await weight.fill('11');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect.poll(() => weight.getAttribute('aria-invalid')).toBe('true');
      await weight.fill('0');
      await coasting.getByLabel('Score 100 at').fill('1');
      await page.getByRole('button', { name: 'Save' }).click();
      await coasting.getByText(/must be above zeroAtPercentage/).waitFor();
      await page.reload();
      expect(await coasting.getByLabel('Score 100 at').inputValue()).toBe('1');
      await coasting.getByLabel('Score 100 at').fill('20');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Scores are made by the new settings.').waitFor();
      const weightNow = async () =>
        (await org.get('/driver-efficiency/settings')).body.data.metrics.coasting.weight;
      expect(await weightNow()).toBe(0);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(weightNow).toBe(5);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('a manager of one tag sees only theirs, and may not change the settings', async () => {
      const { page } = await pageOf(browser, server, ofReno);
      await page.goto('/driving');
      await rowsOf(page).first().waitFor();
      expect(await rowsOf(page).allInnerTexts()).toEqual(['Grace Hopper']);
      await page.goto(`/driving?open=${ada}`);
      await page.getByText('That did not work').waitFor();
      await page.goto('/driving/settings');
      await page.getByText('Only whoever manages the whole organization').waitFor();
      expect(await page.getByLabel('Written as').isDisabled()).toBe(true);
      expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
      await page.context().close();
    });

    test('a viewer gets no way to write', async () => {
      const { page } = await pageOf(browser, server, viewer);
      await page.goto(`/driving?open=${ada}`);
      await page.getByRole('img', { name: /^Overall score of Ada/ }).waitFor();
      expect(await page.getByRole('button', { name: /coaching/ }).count()).toBe(0);
      await page.context().close();
    });
  });

  /** A report of the names of people. */
  const makeReport = (name: string) =>
    made(org, '/reports/configs', {
      name,
      datasetId: 'People',
      columns: [{ fieldName: 'personName' }],
      sort: [{ fieldName: 'personName' }],
    });

  describe('reports', () => {
    test('a report is written beside its draft, run, read, saved as a file, and deleted', async () => {
      const { page, complaints } = await pageOf(browser, server, manager);
      await page.goto('/reports');
      await page.getByText('No reports yet').waitFor();
      await page.getByRole('link', { name: 'New report' }).click();
      await page.getByLabel('Name', { exact: true }).fill('Drivers');
      await page.getByLabel('About', { exact: true }).selectOption('People');
      await page.getByRole('button', { name: 'Add a column' }).click();
      await page.getByLabel('Column 1', { exact: true }).selectOption('personName');
      await page.getByRole('button', { name: 'Add a filter' }).click();
      await page.getByLabel('Field 1', { exact: true }).selectOption('personName');
      await page.getByLabel('Comparison 1', { exact: true }).selectOption('contains');
      await page.getByLabel('Value', { exact: true }).fill('love');
      const draft = page.getByRole('region', { name: 'Draft' });
      await draft.getByText('All rows of the report.').waitFor();
      await expect.poll(() => draft.getByRole('cell').allInnerTexts()).toEqual(['Ada Lovelace']);
      await page.getByRole('button', { name: 'Save' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('The report is saved.').waitFor();

      await page.getByRole('button', { name: 'Run', exact: true }).click();
      const runs = page.getByRole('region', { name: 'Runs' });
      await runs.getByRole('button', { name: 'Cancel' }).click();
      await runs.getByText('Canceled').waitFor();
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await runs.getByText('Running').waitFor();
      await work(server);
      await page.getByText('Rows 1 to 1 of 1').waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'CSV' }).click();
      expect((await download).suggestedFilename()).toMatch(/^report-.*\.csv$/);

      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await page.getByRole('dialog', { name: 'Delete “Drivers”?' }).waitFor();
      await page.getByRole('button', { name: 'Delete it' }).click();
      await page.getByText('No reports yet').waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('groups are made and taken back, and what is wrong stands at its place', async () => {
      const { id } = await makeReport('Grouped');
      const { page } = await pageOf(browser, server, manager);
      await page.goto(`/reports/${id}/edit`);
      await page.getByLabel('One row for each group').check();
      await page.getByRole('button', { name: 'Add a column' }).click();
      await page.getByLabel('What of column 2').selectOption('count');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('The report is saved.').waitFor();
      const config = async () => (await org.get(`/reports/configs?ids=${id}`)).body.data[0];
      expect((await config()).groupBy).toEqual(['personName']);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(async () => (await config()).groupBy).toBe(undefined);

      await page.goto(`/reports/${id}/edit`);
      await page.getByRole('button', { name: 'Remove: Column 1' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page
        .getByRole('region', { name: 'Columns' })
        .getByText(/name at least one/i)
        .waitFor();
      await page.context().close();
      await org.send('DELETE', `/reports/configs?id=${id}`);
    });

    test('a lost network keeps what was typed', async () => {
      const { page } = await pageOf(browser, server, manager);
      await page.goto('/reports/new');
      await page.getByLabel('Name', { exact: true }).fill('Typed');
      await page.getByLabel('About', { exact: true }).selectOption('People');
      await page.route('**/reports/configs', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      );
      await page.getByRole('button', { name: 'Add a column' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.form-foot .refused').filter({ hasText: /./ }).waitFor({ timeout: 40_000 });
      await page.reload();
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Typed');
      await page.context().close();
    });

    test('a report is made by itself, paused, and not any more; each with a way back', async () => {
      const { id } = await makeReport('Weekly');
      const { page } = await pageOf(browser, server, manager);
      await page.goto(`/reports/${id}`);
      const schedules = page.getByRole('region', { name: 'By itself' });
      await schedules.getByRole('button', { name: 'Add a time' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Time zone').fill('Mars');
      await dialog.getByRole('button', { name: 'Add a time' }).click();
      await dialog.getByText(/is not a timezone/).waitFor();
      await dialog.getByLabel('Time zone').fill('America/Denver');
      await dialog.getByRole('button', { name: 'Add a time' }).click();
      await schedules.getByText('Every Monday at 6:00 AM').waitFor();
      await schedules.getByText(/^Next: Mon/).waitFor();
      await schedules.getByRole('button', { name: 'Pause' }).click();
      await schedules.getByText('Paused').waitFor();
      await schedules.getByRole('button', { name: 'Resume' }).click();
      await schedules.getByText(/^Next: Mon/).waitFor();
      await schedules.getByRole('button', { name: 'Delete' }).click();
      await schedules.getByText('Every Monday').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Undo' }).last().click();
      await schedules.getByText('Every Monday at 6:00 AM').waitFor();
      await page.context().close();
    });

    test('whoever may not write gets no way to, and a manager of one tag has rows of theirs alone', async () => {
      const { id } = await makeReport('People');
      const reading = await pageOf(browser, server, viewer);
      await reading.page.goto(`/reports/${id}`);
      await reading.page.getByRole('region', { name: 'By itself' }).waitFor();
      expect(await reading.page.getByRole('button', { name: /Run|Delete|Add/ }).count()).toBe(0);
      expect(await reading.page.getByRole('link', { name: 'Edit' }).count()).toBe(0);
      await reading.page.goto('/reports/new');
      await reading.page.getByText('Only whoever manages the whole organization').waitFor();
      await reading.page.context().close();

      const { page } = await pageOf(browser, server, ofReno);
      await page.goto(`/reports/${id}`);
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByText('Running').waitFor();
      expect(await page.getByRole('link', { name: 'Edit' }).count()).toBe(0);
      await work(server);
      await page.getByText('Rows 1 to 1 of 1').waitFor();
      expect(await page.getByRole('cell').allInnerTexts()).toEqual(['Grace Hopper']);
      await page.context().close();
    });
  });

  test.each(LOOKS)('axe finds nothing serious: $colorScheme', async (look) => {
    const { id } = await makeReport('Looked at');
    const { page, complaints } = await pageOf(browser, server, manager, look);
    await page.goto('/driving');
    await rowsOf(page).first().waitFor();
    await expectAccessible(page);
    await page.goto(`/driving?open=${ada}`);
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await page.getByText('What the score is made of').waitFor();
    await expectAccessible(page);
    await page.goto('/driving/settings');
    await page.getByLabel('Written as').selectOption('letters');
    await expectAccessible(page);

    await page.goto('/reports');
    await page.getByRole('link', { name: 'Looked at' }).first().waitFor();
    await expectAccessible(page);
    await page.goto(`/reports/${id}`);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('Running').first().waitFor();
    await expectAccessible(page);
    await work(server);
    await page.getByText(/^Rows 1 to/).waitFor();
    await page.getByRole('button', { name: 'Add a time' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.goto(`/reports/${id}/edit`);
    await page.getByRole('button', { name: 'Add a filter' }).click();
    await page.getByRole('button', { name: 'Add an order' }).click();
    await page.getByRole('region', { name: 'Draft' }).getByRole('cell').first().waitFor();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
