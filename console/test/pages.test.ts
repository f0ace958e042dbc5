import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, makeAssignments, makeCourse, makePeople } from '../../server/test/builders.ts';
import { runFollowers } from '../../server/test/jobs.ts';
import { startApp, type TestApp } from '../../server/test/start-app.ts';
import { expectAccessible, inChromium, launch, openAs } from './browser.ts';

inChromium('the console', () => {
  let server: TestApp;
  let browser: Browser;
  let people: string[];
  let inside: string;
  let tagId: string;
  let courseId: string;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startApp(), launch()]);
    const { org } = server;
    people = await makePeople(server, org, 60);
    inside = people[3] as string;
    tagId = (await made(org, '/tags', { name: 'Reno', drivers: [inside] })).id;
    courseId = (await makeCourse(org, { title: 'Hazmat' })).id;
    const [assignment] = await makeAssignments(org, courseId, [people[0] as string]);
    await made(org, '/training-assignments/complete', { id: assignment?.id });
    for (const name of ['Hazmat training', 'Ladders']) {
      const { id } = await made(org, '/requirements', {
        name,
        citation: '49 CFR 172.704',
        appliesTo: { type: 'driver' },
        satisfiedBy: { course: { id: courseId } },
        validity: { months: 12 },
      });
      await made(org, '/requirements/publish', { id });
    }
    await runFollowers(server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('whoever gives a wrong password is told so, and what they typed stays', async () => {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.getByLabel('Email or user name').fill('nobody@example.com');
    await page.locator('input[type=password]').fill('wrong');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/\w/);
    expect(await page.getByLabel('Email or user name').inputValue()).toBe('nobody@example.com');
    await expectAccessible(page);
    await page.close();
  });

  describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
    test('Home says what is met and what needs attention; each thing leads to its cell', async () => {
      const { page, faults } = await openAs(browser, server, 'administrator', { colorScheme });
      await page.getByText('Needs attention').waitFor();
      // Two of 120 are met: the picture says what the figures say.
      expect(await page.locator('.figure strong').textContent()).toBe('1.6');
      await page.getByText('118 overdue').waitFor();
      const first = page.getByRole('link', { name: /Person \d+.*Hazmat training/ }).first();
      await first.waitFor();
      await expectAccessible(page);
      await first.click();
      await page.getByText('due 20').waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/matrix\/\d+\/[\w-]+$/);
      expect(faults).toEqual([]);
      await page.context().close();
    });

    test('Matrix: find somebody, walk to a cell by the keyboard, read why, and go back', async () => {
      const { page, faults } = await openAs(browser, server, 'viewer', { colorScheme });
      await page.getByRole('link', { name: 'Matrix' }).click();
      await page.getByRole('grid').waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      await page.getByPlaceholder('Find a person or vehicle').fill('person 17');
      await expect.poll(() => page.getByRole('rowheader').count()).toBe(1);
      expect(page.url()).toContain('q=person+17');
      await page.getByRole('grid').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Person 17' }).waitFor();
      await page.getByText('49 CFR 172.704').first().waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect.poll(() => new URL(page.url()).pathname).toBe('/matrix');
      expect(faults).toEqual([]);
      await page.context().close();
    });
  });

  test('a phone shows people, each with a strip, and a person with what is needed', async () => {
    const { page, faults } = await openAs(browser, server, 'viewer', {
      viewport: { width: 390, height: 844 },
    });
    await page.getByRole('link', { name: 'Matrix' }).click();
    await page.getByPlaceholder('Find a person or vehicle').fill('person 1');
    await page.getByRole('link', { name: /^Person 1 2\/2/ }).waitFor({ state: 'attached' });
    await expectAccessible(page);
    await page.goto(`${server.url}/person/${people[0]}`);
    await page.getByRole('row', { name: /Ladders.*Current/ }).waitFor();
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('a manager of one tag sees nobody else, on no page', async () => {
    const { page } = await openAs(browser, server, 'manager', { tagIds: [tagId] });
    await page.getByText('2 overdue').waitFor();
    await page.getByRole('link', { name: 'Matrix' }).click();
    await expect.poll(() => page.getByRole('rowheader').allTextContents()).toEqual(['Person 40/2']);
    await page.goto(`${server.url}/person/${people[9]}`);
    await page.getByRole('alert').waitFor();
    expect(await page.locator('body').textContent()).not.toContain('Person 10');
    await page.context().close();
  });

  test('a network that is away is told, what was typed stays, and it goes on', async () => {
    const { page } = await openAs(browser, server, 'viewer');
    await page.getByRole('link', { name: 'Matrix' }).click();
    await page.getByPlaceholder('Find a person or vehicle').fill('person 2');
    await page.context().setOffline(true);
    await page.getByText('No network.').waitFor();
    expect(await page.getByPlaceholder('Find a person or vehicle').inputValue()).toBe('person 2');
    await page.context().setOffline(false);
    await page.getByText('No network.').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('signing out ends the session; the page asks for a name again', async () => {
    const { page } = await openAs(browser, server, 'viewer');
    await page.getByRole('button', { name: /Some Body/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Email or user name').waitFor();
    await page.reload();
    await page.getByLabel('Email or user name').waitFor();
    await page.context().close();
  });

  test('no operation is hidden by a page, and no page by an operation', async () => {
    const page = await fetch(`${server.url}/matrix`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') as string;
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect((await fetch(`${server.url}/requirements`)).status).toBe(401);
    const unknown = await fetch(`${server.url}/nowhere`, { headers: { accept: 'application/json' } });
    expect(unknown.status).toBe(404);
    expect((await fetch(`${server.url}/nowhere`, { method: 'POST' })).status).toBe(404);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1] as string;
    const sent = await fetch(server.url + script);
    expect(sent.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    expect(sent.headers.get('cache-control')).toContain('immutable');
  });

  test('what is typed at once stands, on every list, and the address follows', async () => {
    const { page } = await openAs(browser, server, 'administrator');
    for (const name of [
      'Matrix',
      'Requirements',
      'Training',
      'Qualifications',
      'People',
      'Vehicles',
      'Tags',
    ]) {
      await page.getByRole('link', { name, exact: true }).click();
      const title = { Training: 'Assignments', Qualifications: 'Records' }[name] ?? name;
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
      const field = page.getByPlaceholder(/^Find/);
      await field.pressSequentially('nobody by this name');
      expect(await field.inputValue(), name).toBe('nobody by this name');
      await expect.poll(() => page.url()).toContain('q=nobody+by+this+name');
      const clear = page.getByRole('button', { name: 'Clear the filter' });
      if ((await clear.count()) === 0) continue;
      await clear.click();
      await expect.poll(() => field.inputValue()).toBe('');
    }
    await page.context().close();
  });

  test('a page that was open when the server was replaced loads itself anew', async () => {
    const { page } = await openAs(browser, server, 'viewer');
    let isGone = true;
    await page.route(/\/assets\/matrix-.*\.js/, (route) =>
      isGone ? route.fulfill({ status: 404 }) : route.continue(),
    );
    page.once('load', () => {
      isGone = false;
    });
    await page.getByRole('link', { name: 'Matrix' }).click();
    await page.getByRole('grid').waitFor();
    await page.context().close();
  });

  test('the first page is at most 220 kB of script, any other 50 kB more', async () => {
    const loaded = new Map<string, number>();
    const { page } = await openAs(browser, server, 'viewer', {
      extraHTTPHeaders: { 'accept-encoding': 'gzip' },
    });
    const sizes = async (): Promise<number> => {
      const names = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map((entry) => [entry.name, (entry as PerformanceResourceTiming).encodedBodySize]),
      );
      for (const [name, size] of names as [string, number][])
        if (name.endsWith('.js')) loaded.set(name, Math.max(size, loaded.get(name) ?? 0));
      return [...loaded.values()].reduce((sum, size) => sum + size, 0);
    };
    const first = await sizes();
    expect(first).toBeGreaterThan(50_000);
    expect(first).toBeLessThanOrEqual(220_000);
    await page.getByRole('link', { name: 'Matrix' }).click();
    await page.getByRole('grid').waitFor();
    expect((await sizes()) - first).toBeLessThanOrEqual(50_000);
    await page.context().close();
  });
});
