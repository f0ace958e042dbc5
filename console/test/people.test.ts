import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  made,
  makeAssignments,
  makeCourse,
  makePeople,
  makeQualificationRecord,
  makeQualificationType,
} from '../../server/test/builders.ts';
import { runFollowers } from '../../server/test/jobs.ts';
import { type Somebody, somebody } from '../../server/test/signed-in.ts';
import { startApp, type TestApp, type TestOrg } from '../../server/test/start-app.ts';
import { inChromium, launch, pageOf, violations } from './browser.ts';

inChromium('the pages of people and their training', () => {
  let server: TestApp;
  let org: TestOrg;
  let browser: Browser;
  let manager: Somebody;
  let ada: string;
  let tag: string;
  let assignmentId: string;
  beforeAll(async () => {
    server = await startApp();
    org = server.org;
    const drivers = await makePeople(server, org, 3);
    ada = drivers[0] as string;
    await org.send('PATCH', `/fleet/drivers/${ada}`, { name: 'Ada Lovelace', username: 'ada' });
    await org.send('PATCH', `/fleet/drivers/${drivers[1]}`, { name: 'Grace Hopper', username: 'grace' });
    await made(org, '/fleet/vehicles', { name: 'Truck 1' });
    tag = (await made(org, '/tags', { name: 'Reno', drivers: [ada, drivers[1]] })).id;
    await made(org, '/tags', { name: 'Night shift', parentTagId: tag });
    const course = await makeCourse(org, { title: 'Spill Response' });
    await makeCourse(org, { title: 'Fatigue' });
    const { id } = await made(org, '/requirements', {
      name: 'Spill drill',
      appliesTo: { type: 'driver' },
      satisfiedBy: { course: { id: course.id } },
    });
    await made(org, '/requirements/publish', { id });
    await makeQualificationRecord(org, await makeQualificationType(org), ada);
    const [one] = await makeAssignments(org, course.id, [`driver-${ada}`]);
    assignmentId = one?.id as string;
    await runFollowers(server);
    manager = await somebody(server, org, 'administrator');
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const assignments = async (learnerId: string): Promise<string[]> => {
    const { body } = await org.get(
      `/training-assignments/stream?startTime=2020-01-01T00:00:00Z&endTime=2100-01-01T00:00:00Z&learnerIds=driver-${learnerId}`,
    );
    return body.data.flatMap((each: { id: string; deletedAtTime?: string }) =>
      each.deletedAtTime ? [] : each.id,
    );
  };

  /** Walks with Tab until what has the focus is so called. */
  const tabTo = async (page: Page, name: string): Promise<void> => {
    // A dialog has toasts of its own, before those of the page.
    const target = page.getByRole('button', { name, exact: true }).first();
    await target.waitFor();
    for (let n = 0; n < 40; n += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}.`);
  };

  test('a person has their papers, training and what happened, and says why something is needed', async () => {
    const { page, complaints } = await pageOf(browser, server, manager);
    await page.goto(`/person/${ada}`);
    await page.getByRole('heading', { name: 'Ada Lovelace' }).first().waitFor();
    await page.getByText('D1234567').waitFor();
    const training = page.getByRole('region', { name: 'Training' });
    expect(await training.getByRole('rowheader').allTextContents()).toEqual(['Spill Response']);
    await page.getByText('Training “Spill Response” was assigned').first().waitFor();
    await page.getByRole('button', { name: /^Why.*Spill drill$/ }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('why=');
    await page.getByRole('complementary', { name: 'Ada Lovelace' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).not.toContain('why=');
    expect(complaints).toEqual([]);
  });

  test('training is assigned with the keyboard alone, told for each, and undone', async () => {
    const { page, complaints } = await pageOf(browser, server, manager);
    await page.goto(`/person/${ada}`);
    await tabTo(page, 'Assign training');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Assign training' });
    expect(page.url()).toContain(`assign=${ada}`);
    await dialog.getByRole('button', { name: 'Remove Ada Lovelace' }).waitFor();
    await dialog.getByRole('textbox', { name: 'Find a person to add' }).focus();
    await page.keyboard.type('hopper');
    await page.keyboard.press('Enter');
    await dialog.getByRole('combobox', { name: 'Course' }).focus();
    await page.keyboard.type('Spill');
    await dialog.getByText('One person gets it. One has it already.').waitFor();
    await page.keyboard.press('ArrowUp');
    await dialog.getByText('2 people get it.').waitFor();
    await tabTo(page, 'Assign to 2');
    await page.keyboard.press('Enter');
    await dialog.getByText('Assigned to 2 people.').first().waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(2);
    expect(await assignments(ada)).toHaveLength(2);
    await tabTo(page, 'Undo');
    await page.keyboard.press('Enter');
    await expect.poll(() => assignments(ada)).toEqual([assignmentId]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  test('all of a tag are assigned from an address', async () => {
    const { page } = await pageOf(browser, server, manager);
    await page.goto('/?assign=new');
    await page.getByLabel('All of a tag').check();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Tag' }).selectOption({ label: 'Reno' });
    await page.getByRole('combobox', { name: 'Course' }).selectOption({ label: 'Fatigue' });
    await page.getByRole('button', { name: 'Assign to 2' }).waitFor();
  });

  test('rows of the matrix are chosen with keys and waived, and that is undone', async () => {
    const { page, complaints } = await pageOf(browser, server, manager);
    await page.goto('/matrix');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Space');
    const bar = page.getByRole('toolbar', { name: 'What is chosen' });
    await bar.getByText('of 2').waitFor();
    await bar.getByRole('button', { name: 'Choose all 3 that match' }).click();
    await bar.getByText('of 3').waitFor();
    await bar.getByRole('button', { name: 'Waive' }).click();
    await page.getByRole('combobox', { name: 'Requirement' }).selectOption({ label: 'Spill drill' });
    await page.getByLabel('Reason').fill('On leave');
    await page.getByRole('button', { name: 'Waive for 3' }).click();
    await page.getByText('3 were excused.').first().waitFor();
    expect((await org.get('/waivers')).body.data).toHaveLength(3);
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await org.get('/waivers')).body.data).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('a driver is found, changed and changed back; what is refused stands at its field', async () => {
    const { page, complaints } = await pageOf(browser, server, manager);
    await page.goto(`/directory/people?tag=${tag}&q=love`);
    await page.getByRole('button', { name: /Ada Lovelace/ }).click();
    const side = page.getByRole('complementary', { name: 'Ada Lovelace' });
    await side.getByLabel('User name').fill('ada lovelace');
    await side.getByRole('button', { name: 'Save' }).click();
    await side.getByText('username: it may not contain spaces or @.').waitFor();
    await side.getByLabel('User name').fill('ada.l');
    await side.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await org.get(`/fleet/drivers/${ada}`)).body.data.username).toBe('ada');
    expect(complaints).toEqual([]);
  });

  test('a person, a vehicle and a tag are added', async () => {
    const { page, complaints } = await pageOf(browser, server, manager);
    await page.goto('/directory/people?open=new');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Katherine Johnson');
    await page.getByLabel('User name').fill('kate');
    await page.locator('input[name=password]').fill('correct horse');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('complementary', { name: 'Katherine Johnson' }).waitFor();
    await page.goto('/directory/vehicles?open=new');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Truck 2');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('complementary', { name: 'Truck 2' }).waitFor();
    await page.goto('/directory/tags?open=new');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Day shift');
    await page.getByRole('combobox', { name: 'Below' }).selectOption(tag);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('complementary', { name: 'Day shift' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('an assignment is moved and moved back, and its deletion is taken back in time', async () => {
    const { page, complaints } = await pageOf(browser, server, manager);
    await page.goto('/training/assignments');
    const due = async (): Promise<string> =>
      (await org.get(`/training-assignments?ids=${assignmentId}`)).body.data[0].dueAtTime;
    const before = await due();
    const box = page.getByRole('checkbox', { name: 'Choose Spill Response of Ada Lovelace' });
    await box.focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Move due date' }).click();
    await page.getByRole('textbox', { name: 'Due' }).fill('2031-05-01');
    await page.getByRole('dialog').getByRole('button', { name: 'Move due date' }).click();
    await expect.poll(due).toMatch(/^2031-05/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(due).toBe(before);
    await box.check();
    await page.getByRole('button', { name: 'Delete' }).click();
    await box.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await box.waitFor();
    expect(await assignments(ada)).toContain(assignmentId);
    expect(complaints).toEqual([]);
  });

  test('a viewer reads and is offered no change', async () => {
    const { page } = await pageOf(browser, server, await somebody(server, org, 'viewer'));
    await page.goto('/directory/people');
    await page.getByRole('button', { name: /Ada Lovelace/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Add a person' }).count()).toBe(0);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing serious, ${colorScheme}`, async () => {
      const { page } = await pageOf(browser, server, manager, { colorScheme });
      const found: Record<string, string[]> = {};
      for (const path of [
        `/person/${ada}`,
        `/person/${ada}?assign=${ada}`,
        '/matrix',
        '/directory/people',
        `/directory/people?open=${ada}`,
        '/directory/vehicles?open=new',
        `/directory/tags?open=${tag}`,
        '/training/assignments',
      ]) {
        await page.goto(path);
        await page.locator('h1').waitFor();
        await page.waitForLoadState('networkidle');
        const serious = await violations(page);
        if (serious.length > 0) found[path] = serious;
      }
      expect(found).toEqual({});
    });
});
