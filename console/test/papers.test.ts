import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  made,
  makeAssignments,
  makeCourse,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../server/test/builders.ts';
import { runQueued } from '../../server/test/jobs.ts';
import { dot, pdf } from '../../server/test/pictures.ts';
import { type Somebody, somebody } from '../../server/test/signed-in.ts';
import { startApp, type TestApp, type TestOrg } from '../../server/test/start-app.ts';
import { inChromium, launch, pageOf, violations } from './browser.ts';

const FIELDS = [
  { label: 'License Number', type: 'text', isRequired: true },
  { label: 'Scan', type: 'media' },
  { label: 'Class', type: 'multiple_choice', options: [{ label: 'A' }, { label: 'B' }] },
];

const PAPER = { base64Payload: pdf.toString('base64'), mediaType: 'application/pdf' };

inChromium('the pages of courses and papers', () => {
  let server: TestApp;
  let org: TestOrg;
  let browser: Browser;
  let administrator: Somebody;
  let viewer: Somebody;
  let limited: Somebody;
  let [courseId, typeId, recordId] = ['', '', ''];
  beforeAll(async () => {
    [server, browser] = await Promise.all([startApp(), launch()]);
    org = server.org;
    const people = await makePeople(server, org, 3);
    const tagId = (await made(org, '/tags', { name: 'Reno', drivers: people.slice(0, 1) })).id;
    courseId = (await makeCourse(org, { title: 'Spill Response' })).id;
    await makeAssignments(org, courseId, people);
    await org.send('PATCH', `/fleet/drivers/${people[0]}`, { name: 'Ada Lovelace' });
    const license = await makeQualificationType(org, { fields: FIELDS });
    typeId = license.id;
    const [number, scan] = license.fields.map(({ id }) => id);
    const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString();
    recordId = (
      await makeQualificationRecord(org, license, people[0] as string, {
        expirationDate: inTenDays,
        fields: [
          { id: number, type: 'text', textValue: { value: 'D1234567' } },
          { id: scan, type: 'media', mediaValue: { mediaList: [PAPER] } },
        ],
      })
    ).id;
    await makeQualificationRecord(org, license, people[1] as string, { expirationDate: inTenDays });
    await runQueued(server);
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
    // The button that closes it comes first.
    for (const typed of ['', 'Ladders', 'Another', 'Heights', '15']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(typed);
    }
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

  test('a paper is found, shown beside its fields, renewed with the keyboard, and that is undone', async () => {
    const { page, complaints } = await pageOf(browser, server, administrator);
    await page.goto('/qualifications/records?state=expiring');
    await page.getByPlaceholder(/^Find/).fill('lovelace');
    await page.getByRole('button', { name: /Ada Lovelace.*Expiring/ }).focus();
    await page.keyboard.press('Enter');
    const side = page.getByRole('complementary', { name: 'Ada Lovelace' });
    await side.getByText('D1234567').waitFor();
    await side.locator('iframe[src^="blob:"]').waitFor();
    await side.getByText('“Driver License” was recorded').waitFor();
    await side.getByRole('button', { name: 'Renew' }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('complementary', { name: 'Renew' });
    // What is refused stands at its field, and what was typed stays.
    await form.getByLabel('License Number').fill('');
    await form.getByLabel('Class').selectOption('B');
    await page.keyboard.press('Tab');
    await form.getByLabel('Expires').fill('2020-01-01');
    await page.keyboard.press('Enter');
    await form.getByText(/it is before issueDate/i).waitFor();
    await form.getByLabel('Expires').fill('2031-05-01');
    await page.keyboard.press('Enter');
    await form.getByText('it is required').waitFor();
    await form.getByLabel('License Number').fill('D7654321');
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: dot });
    await form.getByRole('button', { name: 'Remove card.png' }).waitFor();
    await form.getByLabel('License Number').focus();
    await page.keyboard.press('Enter');
    await side.getByText('renewed by this one').waitFor();
    await side.getByText('D7654321').waitFor();
    const renewed = async () => (await org.get(`/qualification-records?ids=${recordId}`)).body.data[0];
    expect(await renewed()).toMatchObject({ recordStatus: 'archived' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await renewed()).recordStatus).toBe('active');
    expect(complaints).toEqual([]);
  });

  test('a paper is recorded for whom the server finds; without a network what was typed stays', async () => {
    const { page } = await pageOf(browser, server, administrator);
    await page.goto('/qualifications/records?open=new');
    const side = page.getByRole('complementary', { name: 'Record a paper' });
    await side.getByRole('combobox', { name: 'Type' }).selectOption({ label: 'Driver License' });
    await side.getByPlaceholder('Type a name').fill('Person 3');
    await page.getByRole('option', { name: 'Person 3' }).waitFor();
    // This closes the answers alone.
    await page.keyboard.press('Escape');
    await page.getByRole('option', { name: 'Person 3' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Person 3' }).click();
    await side.getByLabel('License Number').fill('D3');
    await page.context().setOffline(true);
    await side.getByRole('button', { name: 'Record it' }).click();
    await page.getByText('No network.').waitFor();
    expect(await side.getByLabel('License Number').inputValue()).toBe('D3');
    await page.context().setOffline(false);
    // It goes on by itself.
    await page.getByRole('complementary', { name: 'Person 3' }).getByText('D3').waitFor();
    await page.getByRole('complementary').getByRole('button', { name: 'Archive' }).click();
    await page.getByText('The record is archived.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('complementary').getByText('Valid').first().waitFor();
  });

  test('a type is written with fields in order, refused at its field, changed and archived', async () => {
    const { page, complaints } = await pageOf(browser, server, administrator);
    await page.goto('/qualifications/types?open=new');
    const added = page.getByRole('complementary', { name: 'Add a type' });
    await added.getByLabel('Name').fill('Crane Operator');
    await added.getByLabel('Months until it expires').fill('24');
    await added.getByRole('button', { name: 'Add a field' }).focus();
    await page.keyboard.press('Enter');
    // The new field has the focus, and the keyboard goes on in it.
    await page.keyboard.type('Crane');
    await page.keyboard.press('Tab');
    await page.keyboard.type('One of');
    await added.getByRole('button', { name: 'Add it' }).click();
    await added.getByText(/It is empty|at least 1/i).waitFor();
    await added.getByRole('textbox', { name: 'Option 1' }).fill('Tower');
    await added.getByRole('button', { name: 'Add an option' }).click();
    await added.getByRole('textbox', { name: 'Option 2' }).fill('Other');
    await added.getByRole('button', { name: 'Add a field' }).click();
    await page.keyboard.type('Which one');
    await added.getByRole('button', { name: 'Add a follow-up' }).first().click();
    await added.getByRole('checkbox', { name: 'Other' }).check();
    await added.getByRole('checkbox', { name: 'Tower' }).uncheck();
    await added.getByRole('button', { name: 'Move Which one up' }).click();
    await added.getByRole('button', { name: 'Add it' }).click();
    const side = page.getByRole('complementary', { name: 'Crane Operator' });
    await side.getByText('All active').waitFor();
    const read = async () =>
      (await org.get('/qualification-types?entityType=worker&includeArchived=true')).body.data.find(
        ({ name }: { name: string }) => name === 'Crane Operator',
      );
    const type = await read();
    expect(type).toMatchObject({
      expiration: { required: true, monthsAfterIssue: 24 },
      fields: [
        { label: 'Which one', type: 'text' },
        { label: 'Crane', options: [{ label: 'Tower' }, { label: 'Other' }] },
      ],
    });
    expect(type.fields[1].conditionalActions[0].condition.selectedOptionIds).toEqual([
      type.fields[1].options[1].id,
    ]);
    await side.getByRole('button', { name: 'Remove Which one' }).click();
    await side.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await read()).fields.length).toBe(2);
    await side.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
    await side.getByText('It is archived').waitFor();
    expect(complaints).toEqual([]);
  });

  test('the calendar counts what lapses in each week, and leads to it', async () => {
    const { page, complaints } = await pageOf(browser, server, administrator);
    await page.goto('/qualifications/calendar');
    await page.getByRole('link', { name: /Within 30 days 2/ }).waitFor();
    await page.getByRole('link', { name: /–.*2$/ }).click();
    await page.getByRole('button', { name: /Ada Lovelace/ }).waitFor();
    await page.getByRole('button', { name: /^Expires/ }).waitFor();
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
    await within.page.goto('/qualifications/records');
    await within.page.getByRole('button', { name: /Ada Lovelace/ }).waitFor();
    expect(await within.page.getByRole('button', { name: /Driver License/ }).count()).toBe(1);
    await within.page.goto('/qualifications/calendar');
    await within.page.getByRole('link', { name: /Within 30 days 1/ }).waitFor();
    await reads.page.goto(`/qualifications/records?open=${recordId}`);
    await reads.page.getByText('D1234567').waitFor();
    for (const name of ['Record a paper', 'Renew', 'Change', 'Archive'])
      expect(await reads.page.getByRole('button', { name }).count(), name).toBe(0);
    for (const { page } of [reads, within]) {
      await page.goto(`/qualifications/types?open=${typeId}`);
      await page.getByRole('complementary', { name: 'Driver License' }).waitFor();
      for (const name of ['Add a type', 'Save', 'Archive', 'Add a field', 'Remove Class'])
        expect(await page.getByRole('button', { name }).count(), name).toBe(0);
    }
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
        await look(path);
      }
      await page.getByRole('button', { name: 'Archive' }).click();
      await look('archive');
      for (const path of [
        `/qualifications/records?open=${recordId}`,
        `/qualifications/records?open=${recordId}&as=renewal`,
        `/qualifications/records?open=new&type=${typeId}`,
        '/qualifications/calendar',
        `/qualifications/types?open=${typeId}`,
      ]) {
        await page.goto(path);
        await page
          .getByText(/License Number|Within 90 days/)
          .first()
          .waitFor();
        await look(path);
      }
      expect(found).toEqual({});
    });
});
