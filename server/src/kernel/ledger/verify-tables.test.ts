import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeAssignments, makeCourse, makePeople } from '../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../test/start-app.ts';
import { sql } from '../database/database.ts';
import { verifyLedger } from './verify.ts';

let server: TestApp;
let org: TestOrg;
let driver: string;
let assignment: string;
beforeAll(async () => {
  server = await startApp({ tampers: 'that is what it tests' });
});
afterAll(async () => {
  // What was replaced last fits no schema.
  await server.database.pool.query('truncate ledger_write, ledger_change, org_head, org cascade');
  await server.stop();
});

beforeEach(async () => {
  await server.database.pool.query('truncate ledger_write, ledger_change, org_head, org cascade');
  org = await server.makeOrg();
  [driver] = (await makePeople(server, org, 1)) as [string];
  const [made] = await makeAssignments(org, (await makeCourse(org)).id, [driver]);
  assignment = made?.id as string;
});

const tamper = (text: string) => server.database.pool.query(text);
const verify = () => verifyLedger(server.database, server.services.resources);

test('tables that are as the ledger says verify', async () => {
  expect(await verify()).toMatchObject({ organizations: [{ orgId: org.orgId, erased: 0 }] });
  expect((await verify()).bad).toBeUndefined();
});

describe('a table that was changed behind the back of the ledger', () => {
  test('is named with the row and its fields', async () => {
    await tamper(`update person set name = 'Somebody Else' where id = ${driver}`);
    const { bad } = await verify();
    expect(bad?.problem).toMatch(
      new RegExp(
        `^the row of driver ${driver} is not what the ledger says \\(seq \\d+\\): name is "Somebody Else", told as "Person 1"\\.$`,
      ),
    );
  });

  test('is named when a completion was backdated', async () => {
    await tamper(
      `update assignment set status = 'completed', completed_at = '2020-01-01' where id = '${assignment}'`,
    );
    expect((await verify()).bad?.problem).toMatch(
      new RegExp(
        `^the row of trainingAssignment ${assignment} is not what the ledger says.*completedAtTime is "2020-01-01T00:00:00Z", told as nothing`,
      ),
    );
  });

  test('is named when a row was taken away', async () => {
    await tamper(`delete from assignment where id = '${assignment}'`);
    expect((await verify()).bad?.problem).toMatch(
      new RegExp(`^the row of trainingAssignment ${assignment} is gone, though the ledger has it`),
    );
  });

  test('is named when a row was slipped in', async () => {
    await tamper(
      `insert into tag (org_id, id, name, created_at, updated_at) values (${org.orgId}, 77, 'Slipped', now(), now())`,
    );
    expect((await verify()).bad?.problem).toBe(
      'the ledger does not have the row of tag 77, or has it as deleted.',
    );
  });

  test('is named when a membership was slipped in', async () => {
    const tag = (await org.send('POST', '/tags', { name: 'Tankers' })).body.data.id;
    await tamper(
      `insert into tag_member (org_id, tag_id, entity_id, entity_type, entered_at) values (${org.orgId}, ${tag}, ${driver}, 'driver', now())`,
    );
    expect((await verify()).bad?.problem).toMatch(`the row of driver ${driver} is not what the ledger says`);
  });
});

describe('a document that is gone', () => {
  const change = `org_id = ORG and resource = 'driver' and id = 'DRIVER'`;
  const where = () => change.replace('ORG', org.orgId).replace('DRIVER', driver);

  test('with its salt is counted as erased, and the rest is still proven', async () => {
    await tamper(`update ledger_change set document = null, salt = null where ${where()}`);
    const report = await verify();
    expect(report.bad).toBeUndefined();
    expect(report.organizations).toMatchObject([{ erased: 1 }]);
    await server.database.rows(
      sql`update ledger_change set operation = 'update' where org_id = ${org.orgId} and id = ${driver}`,
    );
    expect((await verify()).bad?.problem).toMatch(/its hash does not fit/);
  });

  test.each([
    ['document', 'document = null'],
    ['salt', 'salt = null'],
  ])('without the other, the %s alone, is named', async (_what, change) => {
    await tamper(`update ledger_change set ${change} where ${where()}`);
    expect((await verify()).bad?.problem).toMatch(
      `of driver ${driver} one of salt and document was taken away`,
    );
  });

  test('and replaced, with a salt and digest that fit, is named', async () => {
    await tamper(
      `update ledger_change set document = '{}', salt = '\\x00', digest = sha256('\\x007b7d') where ${where()}`,
    );
    expect((await verify()).bad?.problem).toMatch(/its hash does not fit/);
  });
});
