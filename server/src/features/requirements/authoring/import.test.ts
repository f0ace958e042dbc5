import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { made, makeCourse, makeQualificationType } from '../../../../test/builders.ts';
import { toldOf } from '../../../../test/reports.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { systemWriter } from '../../../kernel/auth.ts';
import { importRequirements } from './import.ts';

let server: TestApp;
let org: TestOrg;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());
beforeEach(async () => {
  org = await server.makeOrg();
  await made(org, '/tags', { name: 'Tankers' });
  await makeCourse(org);
});

const entry = (fields: object = {}) => ({
  name: 'Docking',
  appliesTo: { tag: 'name:Tankers' },
  satisfiedBy: { course: { id: 'name:Defensive Driving' } },
  ...fields,
});
const run = (entries: unknown[], dryRun = false) =>
  importRequirements(server.database, systemWriter(org.orgId, 'import', dryRun), entries);
const list = async () => (await org.get('/requirements')).body.data;
const problems = async (...entries: unknown[]) =>
  (await run(entries)).problems.map(({ place, problem }) => `${place}: ${problem}`);

describe('a file of requirements', () => {
  test('is checked and not written, and then written, drafts and published ones', async () => {
    const file = [entry({ publish: true }), entry({ name: 'Later', warnDays: [30] })];
    const told = {
      requirements: [
        { name: 'Docking', outcome: 'created', isPublished: true },
        { name: 'Later', outcome: 'created', isPublished: false },
      ],
      problems: [],
    };
    expect(await run(file, true)).toEqual(told);
    expect(await list()).toEqual([]);
    expect(await run(file)).toEqual(told);
    expect(await list()).toMatchObject([
      { name: 'Docking', state: 'published', hasUnpublishedChanges: false },
      { name: 'Later', state: 'draft', warnDays: [30] },
    ]);
  });

  test('changes those of the same name to what it says, and leaves what is the same', async () => {
    await run([entry({ publish: true, warnDays: [30] }), entry({ name: 'Same', publish: true })]);
    const before = await list();
    const { requirements } = await run([entry({ graceDays: 5 }), entry({ name: 'Same', publish: true })]);
    expect(requirements).toEqual([
      { name: 'Docking', outcome: 'updated', isPublished: false },
      { name: 'Same', outcome: 'unchanged', isPublished: false },
    ]);
    const [docking, same] = await list();
    expect(docking).toMatchObject({
      id: before[0].id,
      graceDays: 5,
      warnDays: [],
      hasUnpublishedChanges: true,
      revisionId: before[0].revisionId,
    });
    expect(same).toEqual(before[1]);
    expect((await run([entry({ graceDays: 5, publish: true })])).requirements).toEqual([
      { name: 'Docking', outcome: 'updated', isPublished: true },
    ]);
    expect((await run([entry({ graceDays: 5, publish: true })])).requirements[0]?.outcome).toBe('unchanged');
    const operations = (await toldOf(server, org, 'requirement', docking.id)).map(
      ({ operation }) => operation,
    );
    expect(operations).toEqual(['publish', 'update', 'create']);
  });

  test('makes one anew in place of one that is archived', async () => {
    await run([entry()]);
    const [{ id }] = await list();
    await made(org, '/requirements/archive', { id });
    expect((await run([entry()])).requirements[0]?.outcome).toBe('created');
    expect((await list())[0].id).not.toBe(id);
  });

  test('with anything wrong is not written, and every place is told', async () => {
    await makeQualificationType(org, { name: 'Card' });
    const card = { qualification: { typeId: 'name:Card', fields: [{ field: 'Shoe', is: '1' }] } };
    expect(
      await problems(
        entry({ name: 'Good', publish: true }),
        entry({ appliesTo: { all: [{ type: 'driver' }, { tag: 'name:tankers' }] } }),
        entry({ satisfiedBy: { hours: { hours: 1, withinMonths: 1, courseIds: ['name:Nothing'] } } }),
        entry({ satisfiedBy: card }),
        entry({ validity: { months: 0 } }),
        entry({ publish: 'yes' }),
        entry({ nmae: 'x' }),
        'Docking',
        entry({ name: 'Good' }),
        entry({ name: 'By id', appliesTo: { tag: '99' } }),
      ),
    ).toEqual([
      '[1].appliesTo.all[1].tag: there is no tag "tankers". Do you mean "Tankers"?',
      '[2].satisfiedBy.hours.courseIds[0]: there is no training course "Nothing".',
      '[3].satisfiedBy.qualification.fields[0].field: "Card" has no field "Shoe", only License Number, Class, Points.',
      '[4].validity.months: it must be a whole number from 1 to 1200.',
      '[5].publish: it must be true or false.',
      expect.stringMatching(/^\[6\]\.nmae: it is none of name, citation, /),
      expect.stringMatching(/^\[7\]: it must be an object with name, citation, /),
      '[8].name: [0] has the same. Leave one of the two.',
      '[9].appliesTo.tag: no tag 99.',
    ]);
    expect(await list()).toEqual([]);
  });

  test('names what several objects or requirements are named', async () => {
    const twice = await makeCourse(org, { category: { name: 'Other' } });
    expect(await problems(entry())).toEqual([
      expect.stringMatching(
        /^\[0\]\.satisfiedBy\.course\.id: 2 objects are a training course "Defensive Driving"\. Use the id of one: /,
      ),
    ]);
    const byId = entry({ satisfiedBy: { course: { id: twice.id } } });
    const tag = (await org.get('/tags')).body.data[0].id;
    for (let n = 0; n < 2; n += 1) await made(org, '/requirements', { ...byId, appliesTo: { tag } });
    expect(await problems(byId)).toEqual([
      expect.stringMatching(/^\[0\]\.name: 2 requirements have it: .*Archive or rename all but one\.$/),
    ]);
  });

  test('knows no object of another organization', async () => {
    const other = await server.makeOrg();
    await made(other, '/tags', { name: 'Theirs' });
    expect(await problems(entry({ appliesTo: { tag: 'name:Theirs' } }))).toEqual([
      '[0].appliesTo.tag: there is no tag "Theirs".',
    ]);
  });
});
