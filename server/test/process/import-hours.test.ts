import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { client } from '../start-app.ts';
import { crewready, dataFolder, type Folder, type Server, serve, TOKEN, terminate } from './crewready.ts';

const DRIVERS = 40;
const HOURS = 4000;
const FIELDS =
  'driverId,vehicleId,hour,driveTimeDurationMs,engineOnDurationMs,idlingDurationMs,totalBrakeDurationMs';
const WINDOW = 'startTime=2025-01-01T00:00:00Z&endTime=2026-01-01T00:00:00Z&dataFormats=raw';

let folder: Folder;
let server: Server;
let drivers: string[];
let vehicle: string;
beforeAll(async () => {
  folder = await dataFolder();
  server = await serve(folder.path);
  const api = client(server.url, TOKEN);
  const add = async (path: string, body: object): Promise<string> =>
    (await api.send('POST', path, body)).body.data.id;
  drivers = [];
  for (let n = 0; n < DRIVERS; n += 1) {
    const username = `hours${n}`;
    const body = {
      name: username,
      username,
      password: 'long enough to pass',
      externalIds: { payroll: `P${n}` },
    };
    drivers.push(await add('/fleet/drivers', body));
  }
  vehicle = await add('/fleet/vehicles', { name: 'Truck' });
});
afterAll(async () => {
  await terminate(server);
  await folder.remove();
});

const start = async (content: string, args: string[]) => {
  const path = join(dirname(folder.path), 'hours.csv');
  await writeFile(path, content);
  return crewready(['import', path, '--json', ...args], { CREWREADY_DATA: folder.path });
};
const report = async (content: string, ...args: string[]) => {
  const { code, stdout, stderr } = await (await start(content, args)).ended;
  return { code, ...JSON.parse(stdout || stderr) };
};
const read = async (path: string) =>
  (await client(server.url, TOKEN).get(`/driver-efficiency/${path}`)).body.data;

test('a file is checked before it is written; every bad row is told; of two alike the later counts', async () => {
  const file = [
    'Driver ID,vehicle-id,hour,drive_time_duration_ms,engineOnDurationMs,idlingDurationMs,totalBrakeDurationMs,coasting duration ms',
    `payroll:P0,${vehicle},2024-01-01T00:00:00Z,100,200,50,0,`,
    `driver-${drivers[0]},${vehicle},2024-01-01T00:00:00Z,300,400,50,0,`,
    '',
    `payroll:P0,${vehicle},2024-01-01T00:30:00Z,100,200,50,0,`,
    `"payroll:NO",${vehicle},2024-01-01T01:00:00Z,-1,3600001,,0,1.5`,
    `${drivers[1]},${vehicle},2024-01-01T00:00:00Z,1,1,0,0,7,9`,
    `${drivers[1]},${vehicle},2024-01-01T00:00:00Z,1,1,0,0,7`,
  ].join('\r\n');
  const told = await report(file);
  expect(told).toMatchObject({ code: 1, kind: 'hours', applied: false, rows: 6, created: 2, badRows: 3 });
  expect(told.bad.map(({ line, column }: { line: number; column?: string }) => [line, column])).toEqual([
    [5, 'hour'],
    [6, 'driverId'],
    [6, 'driveTimeDurationMs'],
    [6, 'engineOnDurationMs'],
    [6, 'idlingDurationMs'],
    [6, 'coastingDurationMs'],
    [7, undefined],
  ]);
  const window = WINDOW.replaceAll('2026', '2025').replace('2025', '2024');
  expect(await read(`drivers?${window}`)).toEqual([]);
  expect(await report(file, '--apply')).toMatchObject({ code: 1, applied: false });
  const written = await report(file, '--apply', '--skip-bad-rows');
  expect(written).toMatchObject({ code: 0, applied: true, created: 2, badRows: 3 });
  const [first] = await read(`drivers?${window}`);
  expect(first).toMatchObject({ driverId: drivers[0], rawData: { driveTimeDurationMs: 300 } });
  expect(await report(file, '--apply', '--skip-bad-rows')).toMatchObject({ created: 0, unchanged: 2 });
});

test('kill -9 amid the writing and running it again loses nothing and doubles nothing', async () => {
  const rows = [FIELDS];
  const expected = new Map<string, number>();
  for (let h = 0; h < HOURS; h += 1)
    for (const [n, id] of drivers.entries()) {
      const drive = ((h * 7919 + n * 104_729) % 3_600_000) + 1;
      expected.set(id, (expected.get(id) ?? 0) + drive);
      rows.push(
        `payroll:P${n},${vehicle},${new Date(Date.UTC(2025, 0, 1, h)).toISOString()},${drive},3600000,0,0`,
      );
    }
  const file = rows.join('\n');
  const total = DRIVERS * HOURS;
  const sum = async (): Promise<number> =>
    (await read(`vehicles?${WINDOW}`))[0]?.rawData.driveTimeDurationMs ?? 0;
  const all = [...expected.values()].reduce((a, b) => a + b, 0);

  const killed = await start(file, ['--apply']);
  while ((await sum()) === 0) await sleep(5);
  process.kill(-(killed.child.pid as number), 'SIGKILL');
  await killed.ended;
  expect(killed.stdout()).toBe('');
  const partial = await sum();
  expect(partial).toBeGreaterThan(0);
  expect(partial).toBeLessThan(all);

  const again = await report(file, '--apply');
  expect(again).toMatchObject({ code: 0, applied: true, rows: total, updated: 0, badRows: 0 });
  expect(again.unchanged).toBeGreaterThan(0);
  expect(again.created + again.unchanged).toBe(total);
  expect(await sum()).toBe(all);
  const byDriver = (await read(`drivers?${WINDOW}`)).map(
    ({ driverId, rawData }: { driverId: string; rawData: { driveTimeDurationMs: number } }) => [
      driverId,
      rawData.driveTimeDurationMs,
    ],
  );
  expect(new Map(byDriver)).toEqual(expected);
  expect(await report(file, '--apply')).toMatchObject({ created: 0, updated: 0, unchanged: total });
});
