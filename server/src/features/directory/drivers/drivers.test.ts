import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCourse } from '../../../../test/builders.ts';
import { startApp, type TestApp } from '../../../../test/start-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

let count = 0;
/** A body that POST accepts. */
const body = (fields: object = {}) => {
  count += 1;
  return { name: `Driver ${count}`, username: `driver${count}`, password: 'correct horse', ...fields };
};
const add = async (fields: object = {}) => {
  const reply = await server.org.send('POST', '/fleet/drivers', body(fields));
  expect(reply.text, reply.text).toContain('"data"');
  return reply.body.data;
};
const addTag = async (fields: object = {}) => {
  const reply = await server.org.send('POST', '/tags', { name: 'Depot', ...fields });
  return reply.body.data;
};
const ids = (reply: { body: { data: { id: string }[] } }) => reply.body.data.map(({ id }) => id);
const ledger = async (id: string) =>
  server.database.pool.query(
    'select operation, document from ledger_change where org_id = $1 and resource = $2 and id = $3 order by seq',
    [server.org.orgId, 'driver', id],
  );

describe('POST /fleet/drivers', () => {
  test('200 keeps every field of the body and gives it back', async () => {
    const tag = await addTag({ name: 'North' });
    const group = await addTag({ name: 'Group', parentTagId: tag.id });
    const details = {
      carrierSettings: {
        carrierName: 'Acme',
        dotNumber: 98231,
        homeTerminalAddress: '1 Main St',
        homeTerminalName: 'Main',
        mainOfficeAddress: '2 Main St',
      },
      currentIdCardCode: '941767043',
      eldAdverseWeatherExemptionEnabled: true,
      eldBigDayExemptionEnabled: true,
      eldDayStartHour: 12,
      eldExempt: true,
      eldExemptReason: 'Short haul',
      eldPcEnabled: true,
      eldYmEnabled: true,
      hasDrivingFeaturesHidden: true,
      hasVehicleUnpinningEnabled: false,
      hosSetting: { heavyHaulExemptionToggleEnabled: true },
      licenseNumber: 'E1234567',
      licenseState: 'CA',
      locale: 'de',
      notes: 'Prefers mornings',
      phone: '5558234327',
      profileImageUrl: 'https://example.com/a.jpg',
      tachographCardNumber: '1000000492436002',
      timezone: 'Europe/Berlin',
      usDriverRulesetOverride: {
        cycle: 'USA Property (8/70)',
        restart: '34-hour Restart',
        restbreak: 'None',
        usStateToOverride: '',
      },
      waitingTimeDutyStatusEnabled: true,
    };
    const externalIds = { payrollId: 'ABFS18600', maintenanceId: '250020' };
    const sent = body({
      ...details,
      externalIds,
      tagIds: [tag.id],
      peerGroupTagId: group.id,
      trailerGroupTagId: tag.id,
      vehicleGroupTagId: tag.id,
      profileImageBase64: '/9j/',
    });
    const reply = await server.org.send('POST', '/fleet/drivers', sent);
    expect(reply.status).toBe(200);
    const reference = { id: tag.id, name: 'North' };
    expect(reply.body.data).toEqual({
      id: expect.stringMatching(/^\d+$/),
      name: sent.name,
      username: sent.username,
      driverActivationStatus: 'active',
      isDeactivated: false,
      ...details,
      externalIds,
      tags: [reference],
      peerGroupTag: { id: group.id, name: 'Group', parentTagId: tag.id },
      trailerGroupTag: reference,
      vehicleGroupTag: reference,
      createdAtTime: expect.stringMatching(/Z$/),
      updatedAtTime: reply.body.data.createdAtTime,
    });
    expect(reply.text).not.toMatch(/correct horse|9j/);
    const { rows } = await ledger(reply.body.data.id);
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0].document)).toEqual({
      id: reply.body.data.id,
      type: 'driver',
      name: sent.name,
      username: sent.username,
      status: 'active',
      ...details,
      attributes: [],
      externalIds,
      tagIds: [tag.id],
      peerGroupTagId: group.id,
      trailerGroupTagId: tag.id,
      vehicleGroupTagId: tag.id,
      passwordSetAtTime: reply.body.data.createdAtTime,
      createdAtTime: reply.body.data.createdAtTime,
      updatedAtTime: reply.body.data.createdAtTime,
    });
  });

  test('200 keeps the password only as a salted hash', async () => {
    const { id } = await add();
    const { rows } = await server.database.pool.query('select * from person where id = $1', [id]);
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(rows)).not.toContain('correct horse');
  });

  test('200 ignores a field that nobody knows', async () => {
    const driver = await add({ shoeSize: 44, carrierSettings: { carrierName: 'Acme', motto: 'Go' } });
    expect(driver).not.toHaveProperty('shoeSize');
    expect(driver.carrierSettings).toEqual({ carrierName: 'Acme' });
  });

  test('200 answers a repeated Idempotency-Key with the same driver', async () => {
    const sent = body();
    const key = { 'idempotency-key': 'driver-once' };
    const first = await server.org.send('POST', '/fleet/drivers', sent, key);
    const second = await server.org.send('POST', '/fleet/drivers', sent, key);
    expect(second.body).toEqual(first.body);
  });

  test('200 with dryRun adds nothing', async () => {
    const sent = body();
    const reply = await server.org.send('POST', '/fleet/drivers?dryRun=true', sent);
    expect(reply).toMatchObject({ status: 200, body: { data: { name: sent.name } } });
    expect((await server.org.get(`/fleet/drivers/${reply.body.data.id}`)).status).toBe(404);
  });

  test.each([
    [{ name: undefined }, 'name is missing'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(256) }, 'name'],
    [{ username: undefined }, 'username is missing'],
    [{ username: 'with space' }, 'username'],
    [{ username: 'a@b' }, 'username'],
    [{ password: undefined }, 'password is missing'],
    [{ locale: 'xx' }, 'locale'],
    [{ timezone: 'Mars/Base' }, 'timezone'],
    [{ eldDayStartHour: 7 }, 'eldDayStartHour'],
    [{ usDriverRulesetOverride: { cycle: 'None' } }, 'usDriverRulesetOverride'],
    [{ tagIds: '12' }, 'tagIds'],
    [{ externalIds: { 'a:b': '1' } }, 'externalIds'],
    [{ externalIds: { 'samsara.vin': '1' } }, 'externalIds'],
    [{ externalIds: { key: { deep: 1 } } }, 'externalIds'],
    [{ carrierSettings: { dotNumber: 1.5 } }, 'dotNumber'],
    [{ notes: 'a\0b' }, 'notes'],
  ])('400 %j', async (fields, named) => {
    const reply = await server.org.send('POST', '/fleet/drivers', body(fields));
    expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining(named) } });
  });

  test('400 for a username that is taken, whatever its case', async () => {
    const { username } = await add({ username: 'OnlyOne' });
    const reply = await server.org.send('POST', '/fleet/drivers', body({ username: username.toLowerCase() }));
    expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining('username') } });
  });

  test('400 for the license of another driver', async () => {
    await add({ licenseNumber: 'L-1', licenseState: 'NV' });
    await add({ licenseNumber: 'L-1', licenseState: 'AZ' });
    const reply = await server.org.send(
      'POST',
      '/fleet/drivers',
      body({ licenseNumber: 'l-1', licenseState: 'NV' }),
    );
    expect(reply).toMatchObject({ status: 400, body: { message: expect.stringContaining('licenseNumber') } });
  });

  test('400 names what holds an external id, of whatever kind it is', async () => {
    const tag = await addTag({ externalIds: { code: 'same' } });
    const reply = await server.org.send('POST', '/fleet/drivers', body({ externalIds: { code: 'same' } }));
    expect(reply).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(`code:same is taken by tag ${tag.id}`) },
    });
  });

  test('401 without a token', async () => {
    const reply = await server.org.send('POST', '/fleet/drivers', body(), { authorization: '' });
    expect(reply.status).toBe(401);
  });

  test('403 names the scope', async () => {
    const reader = await server.org.withScopes(['Read Drivers']);
    const reply = await reader.send('POST', '/fleet/drivers', body());
    expect(reply).toMatchObject({ status: 403, body: { message: expect.stringContaining('Write Drivers') } });
  });

  test.each(['tagIds', 'peerGroupTagId', 'trailerGroupTagId', 'vehicleGroupTagId'])(
    '404 names an unknown tag in %s, another organization’s too',
    async (field) => {
      const other = await server.makeOrg();
      const { body: foreign } = await other.send('POST', '/tags', { name: 'Theirs' });
      for (const id of [foreign.data.id, '99', 'abc', '9'.repeat(30)]) {
        const reply = await server.org.send(
          'POST',
          '/fleet/drivers',
          body({ [field]: field === 'tagIds' ? [id] : id }),
        );
        expect(reply).toMatchObject({ status: 404, body: { message: expect.stringContaining(id) } });
      }
    },
  );
});

describe('GET /fleet/drivers', () => {
  test('200 pages through all, each once, and ends with an empty cursor', async () => {
    const org = await server.makeOrg();
    for (let i = 0; i < 5; i += 1) await org.send('POST', '/fleet/drivers', body());
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 3; page += 1) {
      const reply = await org.get(`/fleet/drivers?limit=2&after=${after}`);
      expect(reply.body.pagination.hasNextPage).toBe(page < 2);
      seen.push(...ids(reply));
      after = reply.body.pagination.endCursor;
    }
    expect(after).toBe('');
    expect(seen).toEqual(ids(await org.get('/fleet/drivers')));
    expect(new Set(seen).size).toBe(5);
  });

  test('200 lists the deactivated only when asked', async () => {
    const { id } = await add();
    await server.org.send('PATCH', `/fleet/drivers/${id}`, { driverActivationStatus: 'deactivated' });
    expect(ids(await server.org.get('/fleet/drivers'))).not.toContain(id);
    expect(ids(await server.org.get('/fleet/drivers?driverActivationStatus=deactivated'))).toContain(id);
  });

  test('200 filters by tags, by parents with what is below them, and by both together', async () => {
    const top = await addTag({ name: 'Top' });
    const low = await addTag({ name: 'Low', parentTagId: top.id });
    const alone = await addTag({ name: 'Alone' });
    const inTop = await add({ tagIds: [top.id] });
    const inLow = await add({ tagIds: [low.id] });
    const inAlone = await add({ tagIds: [alone.id] });
    const list = async (query: string) => ids(await server.org.get(`/fleet/drivers?${query}`));
    expect(await list(`tagIds=${top.id}`)).toEqual([inTop.id]);
    expect(await list(`parentTagIds=${top.id}`)).toEqual([inTop.id, inLow.id]);
    expect(await list(`tagIds=${low.id},${alone.id}`)).toEqual([inLow.id, inAlone.id]);
    expect(await list(`tagIds=${low.id}&tagIds=${alone.id}`)).toEqual([inLow.id, inAlone.id]);
    expect(await list(`tagIds=${alone.id}&parentTagIds=${low.id}`)).toEqual([inLow.id, inAlone.id]);
    expect(await list('tagIds=99')).toEqual([]);
  });

  test('200 filters by the times of the last change and of creation, that instant included', async () => {
    const old = await add();
    const fresh = await add();
    const changed = await server.org.send('PATCH', `/fleet/drivers/${old.id}`, { notes: 'new' });
    const after = async (name: string, time: string) =>
      ids(await server.org.get(`/fleet/drivers?${name}=${encodeURIComponent(time)}`));
    expect(await after('updatedAfterTime', changed.body.data.updatedAtTime)).toEqual([old.id]);
    expect(await after('createdAfterTime', fresh.createdAtTime)).toEqual([fresh.id]);
    expect(await after('createdAfterTime', '2999-01-01T00:00:00+02:00')).toEqual([]);
  });

  test('200 shows a token limited to a tag only the drivers within it', async () => {
    const top = await addTag({ name: 'Seen' });
    const low = await addTag({ name: 'Below', parentTagId: top.id });
    const hidden = await add();
    const seen = await add({ tagIds: [low.id] });
    const limited = await server.org.withScopes(['Read Drivers'], [top.id]);
    expect(ids(await limited.get('/fleet/drivers'))).toEqual([seen.id]);
    expect((await limited.get(`/fleet/drivers/${seen.id}`)).status).toBe(200);
    expect((await limited.get(`/fleet/drivers/${hidden.id}`)).status).toBe(404);
  });

  test.each([
    'limit=0',
    'limit=513',
    'limit=two',
    'driverActivationStatus=retired',
    'tagIds=abc',
    'parentTagIds=1,x',
    'attributeValueIds=7',
    'attributes=NoColon',
    'attributes=Length:range(a,b)',
    'updatedAfterTime=yesterday',
    'createdAfterTime=10000-01-01T00:00:00Z',
    'after=forged',
  ])('400 %s', async (query) => {
    expect((await server.org.get(`/fleet/drivers?${query}`)).status).toBe(400);
  });

  test('400 for a cursor with other parameters', async () => {
    const org = await server.makeOrg();
    for (let i = 0; i < 2; i += 1) await org.send('POST', '/fleet/drivers', body());
    const { body: page } = await org.get('/fleet/drivers?limit=1');
    const cursor = page.pagination.endCursor;
    expect((await org.get(`/fleet/drivers?limit=2&after=${cursor}`)).status).toBe(200);
    const reply = await org.get(`/fleet/drivers?limit=1&after=${cursor}&tagIds=7`);
    expect(reply).toMatchObject({
      status: 400,
      body: { message: 'Parameters differ from previous paginated request.' },
    });
    expect((await server.org.get(`/fleet/drivers?limit=1&after=${cursor}`)).status).toBe(400);
  });

  test('403 names the scope', async () => {
    const other = await server.org.withScopes(['Read Tags']);
    expect(await other.get('/fleet/drivers')).toMatchObject({ status: 403 });
  });
});

describe('GET /fleet/drivers/{id}', () => {
  test('200 by id and by external id', async () => {
    const driver = await add({ externalIds: { badge: 'a:b@c' } });
    expect((await server.org.get(`/fleet/drivers/${driver.id}`)).body).toEqual({ data: driver });
    expect((await server.org.get(`/fleet/drivers/${encodeURIComponent('badge:a:b@c')}`)).body).toEqual({
      data: driver,
    });
  });
  test.each(['0', '99', '9'.repeat(25), 'no:such'])('404 %s', async (id) => {
    expect(await server.org.get(`/fleet/drivers/${id}`)).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining('Object not found.') },
    });
  });
  test.each(['abc', '-1', '1e3'])('404 %s is no id, and so no path', async (id) => {
    expect(await server.org.get(`/fleet/drivers/${id}`)).toMatchObject({
      status: 404,
      body: { message: '404 page not found' },
    });
  });
  test('404 for another organization’s', async () => {
    const { id } = await add();
    const other = await server.makeOrg();
    expect((await other.get(`/fleet/drivers/${id}`)).status).toBe(404);
  });
});

describe('PATCH /fleet/drivers/{id}', () => {
  const patch = (id: string, fields: object) => server.org.send('PATCH', `/fleet/drivers/${id}`, fields);

  test('200 changes what is sent and nothing else', async () => {
    const tag = await addTag();
    const driver = await add({
      tagIds: [tag.id],
      notes: 'old',
      phone: '1',
      carrierSettings: { carrierName: 'Acme', dotNumber: 7 },
    });
    const reply = await patch(driver.id, {
      name: 'New',
      phone: '',
      carrierSettings: { carrierName: 'Beta' },
    });
    expect(reply.status).toBe(200);
    const { phone: _, ...rest } = driver;
    expect(reply.body.data).toEqual({
      ...rest,
      name: 'New',
      carrierSettings: { carrierName: 'Beta', dotNumber: 7 },
      updatedAtTime: expect.any(String),
    });
    expect(Date.parse(reply.body.data.updatedAtTime)).toBeGreaterThanOrEqual(
      Date.parse(driver.updatedAtTime),
    );
    const { rows } = await ledger(driver.id);
    expect(rows.map(({ operation }) => operation)).toEqual(['create', 'update']);
  });

  test('200 takes an override off with null', async () => {
    const override = {
      cycle: 'Texas (7/70)',
      restart: 'None',
      restbreak: 'None',
      usStateToOverride: 'TX',
    };
    const driver = await add({ usDriverRulesetOverride: override });
    const reply = await patch(driver.id, { usDriverRulesetOverride: null });
    expect(reply.body.data).not.toHaveProperty('usDriverRulesetOverride');
  });

  test('200 merges external ids and takes off an empty one', async () => {
    const driver = await add({ externalIds: { one: '1', two: '2' } });
    const reply = await patch(driver.id, { externalIds: { two: '', three: 3 } });
    expect(reply.body.data.externalIds).toEqual({ one: '1', three: '3' });
    await add({ externalIds: { two: '2' } });
    expect((await patch(driver.id, { externalIds: { two: '2' } })).status).toBe(400);
  });

  test('200 replaces tags; an empty list takes all off', async () => {
    const [one, two] = [await addTag({ name: 'One' }), await addTag({ name: 'Two' })];
    const driver = await add({ tagIds: [one.id] });
    expect((await patch(driver.id, { tagIds: [two.id] })).body.data.tags).toEqual([
      { id: two.id, name: 'Two' },
    ]);
    expect((await patch(driver.id, { tagIds: [] })).body.data).not.toHaveProperty('tags');
  });

  test('200 deactivates, keeps everything and activates again', async () => {
    const driver = await add({ externalIds: { keep: 'me' }, notes: 'kept' });
    const since = new Date(Date.now() - 86_400_000).toISOString();
    const off = await patch('keep:me', { driverActivationStatus: 'deactivated', deactivatedAtTime: since });
    const same = { ...driver, updatedAtTime: expect.any(String) };
    expect(off.body.data).toEqual({ ...same, driverActivationStatus: 'deactivated', isDeactivated: true });
    expect((await patch(driver.id, { driverActivationStatus: 'active' })).body.data).toEqual(same);
  });

  test('200 lets a limited token change tags within its sight and leaves the others', async () => {
    const [seen, unseen] = [await addTag({ name: 'Seen' }), await addTag({ name: 'Unseen' })];
    const below = await addTag({ name: 'Below', parentTagId: seen.id });
    const driver = await add({ tagIds: [seen.id, unseen.id] });
    const limited = await server.org.withScopes(['Write Drivers'], [seen.id]);
    const send = (fields: object) => limited.send('PATCH', `/fleet/drivers/${driver.id}`, fields);
    const reply = await send({ tagIds: [below.id] });
    expect(reply.body.data.tags.map(({ id }: { id: string }) => id)).toEqual([below.id]);
    const { tags } = (await server.org.get(`/fleet/drivers/${driver.id}`)).body.data;
    expect(tags.map(({ id }: { id: string }) => id)).toEqual([unseen.id, below.id]);
    expect((await send({ tagIds: [] })).status).toBe(400);
    expect((await send({ tagIds: [unseen.id] })).status).toBe(404);
    const hidden = await add();
    expect((await limited.send('PATCH', `/fleet/drivers/${hidden.id}`, { notes: 'x' })).status).toBe(404);
    expect((await limited.send('POST', '/fleet/drivers', body())).status).toBe(400);
    expect((await limited.send('POST', '/fleet/drivers', body({ tagIds: [below.id] }))).status).toBe(200);
  });

  test.each([
    [{ driverActivationStatus: 'retired' }],
    [{ name: '' }],
    [{ name: null }],
    [{ username: 'x y' }],
    [{ deactivatedAtTime: '2026-01-01T00:00:00Z' }],
    [{ driverActivationStatus: 'active', deactivatedAtTime: '2026-01-01T00:00:00Z' }],
    [{ driverActivationStatus: 'deactivated', deactivatedAtTime: '1999-01-01T00:00:00Z' }],
    [{ driverActivationStatus: 'deactivated', deactivatedAtTime: 'now' }],
    [[]],
    ['text'],
  ])('400 %j', async (fields) => {
    const { id } = await add();
    expect((await server.org.send('PATCH', `/fleet/drivers/${id}`, JSON.stringify(fields))).status).toBe(400);
  });

  test('404 for a driver that is not there', async () => {
    expect((await patch('99', { name: 'x' })).status).toBe(404);
    expect((await patch('no:such', { name: 'x' })).status).toBe(404);
  });
});

describe('DELETE /fleet/drivers/{id}', () => {
  const remove = (id: string) => server.org.send('DELETE', `/fleet/drivers/${id}`);

  test('204 deletes the driver and keeps the row; user name, external id and vehicle are free', async () => {
    const driver = await add({ externalIds: { badge: 'gone' } });
    const truck = await server.org.send('POST', '/fleet/vehicles', {
      name: 'Freed',
      staticAssignedDriverId: driver.id,
    });
    expect(await remove('badge:gone')).toMatchObject({ status: 204, text: '' });
    expect((await server.org.get(`/fleet/drivers/${driver.id}`)).status).toBe(404);
    expect((await remove(driver.id)).status).toBe(404);
    const again = await add({ username: driver.username, externalIds: { badge: 'gone' } });
    expect(again.id).not.toBe(driver.id);
    const freed = await server.org.get(`/fleet/vehicles/${truck.body.data.id}`);
    expect(freed.body.data).not.toHaveProperty('staticAssignedDriver');
    expect((await ledger(driver.id)).rows.at(-1)).toMatchObject({ operation: 'delete' });
  });

  test('204 and what names the driver stays', async () => {
    const driver = await add({ name: 'Gone Tomorrow' });
    const course = await makeCourse(server.org);
    const assigned = await server.org.send(
      'POST',
      `/training-assignments?courseId=${course.id}&learnerIds=driver-${driver.id}&dueAtTime=2099-01-01T00:00:00Z`,
    );
    const id = assigned.body.data[0].id;
    await remove(driver.id);
    const { body } = await server.org.get(`/training-assignments?ids=${id}`);
    expect(body.data).toMatchObject([{ id, learner: { id: driver.id } }]);
  });

  test('404 for a driver of another organization, or outside of the tags of a token', async () => {
    const { id } = await add();
    const other = await server.makeOrg();
    expect((await other.send('DELETE', `/fleet/drivers/${id}`)).status).toBe(404);
    const tag = await addTag();
    const limited = await server.org.withScopes(['Write Drivers'], [tag.id]);
    expect((await limited.send('DELETE', `/fleet/drivers/${id}`)).status).toBe(404);
    expect((await server.org.get(`/fleet/drivers/${id}`)).status).toBe(200);
  });

  test('403 names the scope', async () => {
    const { id } = await add();
    const reader = await server.org.withScopes(['Read Drivers']);
    expect(await reader.send('DELETE', `/fleet/drivers/${id}`)).toMatchObject({ status: 403 });
  });
});
