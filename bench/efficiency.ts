/**
 * Driver efficiency: a month of 500 drivers (360,000 hours) over HTTP against summing its hours by bare SQL, a year
 * against a month, both held against the sums of the hours to the millisecond; then the import of those hours
 * against COPY of the same file. All that is timed is done in turn and in one run.
 *
 *   npm run efficiency --workspace bench [-- --drivers 500 --months 12 --rounds 9]
 */
import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { median, percent, startServer, TOKEN } from './fixture.ts';

const { values } = parseArgs({
  options: {
    drivers: { type: 'string', default: '500' },
    months: { type: 'string', default: '12' },
    rounds: { type: 'string', default: '9' },
  },
});
const drivers = Number(values.drivers);
const months = Number(values.months);
const rounds = Number(values.rounds);
const YEAR = 2025;
const METRICS = {
  drive: 'driveTimeDurationMs',
  engine_on: 'engineOnDurationMs',
  idling: 'idlingDurationMs',
  brake: 'totalBrakeDurationMs',
  cruise_control: 'cruiseControlDurationMs',
  coasting: 'coastingDurationMs',
  high_torque: 'highTorqueDurationMs',
  green_band: 'greenBandDurationMs',
  over_speed: 'overSpeedDurationMs',
  wear_free_brake: 'wearFreeBrakeDurationMs',
  high_grade: 'highGradeRoadDrivingDurationMs',
  anticipation: 'anticipationBrakeEventCount',
  brake_events: 'totalBrakeEventCount',
};
const COLUMNS = [...Object.keys(METRICS), 'weight', 'topography'];

const fixture = await startServer();
const folder = mkdtempSync(join(tmpdir(), 'crewready-bench-hours-'));
const pool = new pg.Pool({ ...fixture.connection, max: 1, options: '-c TimeZone=UTC' });
try {
  const ids = await fleet();
  const imported: number[] = [];
  const copied: number[] = [];
  for (let month = 0; month < months; month += 1) {
    const path = join(folder, `${month}.csv`);
    const rows = await writeMonth(path, month, ids);
    const through = await timed(() => importFile(path));
    const bare = await timed(() => copyFile(path));
    imported.push(rows / through);
    copied.push(rows / bare);
    console.log(
      `month ${month + 1}: import ${perSecond(rows / through)}, COPY ${perSecond(rows / bare)} rows/s`,
    );
    rmSync(path);
  }
  const ratio = percent(median(imported.map((value, index) => value / (copied[index] as number))));
  console.log(
    `import: ${perSecond(median(imported))} rows/s, the slowest month ${perSecond(Math.min(...imported))}; ` +
      `${ratio} of COPY into a table with the same columns and key (${perSecond(median(copied))} rows/s)`,
  );
  await fixture.query('analyze');
  await compare();
} finally {
  await pool.end();
  rmSync(folder, { recursive: true, force: true });
  await fixture.stop();
}

function perSecond(rowsPerMs: number): string {
  return Math.floor(rowsPerMs * 1000).toLocaleString('en');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function fleet(): Promise<{ drivers: string[]; vehicles: string[] }> {
  const make = (text: string) =>
    fixture.query(text, [fixture.orgId, drivers]).then(({ rows }) => rows.map(({ id }) => id));
  return {
    drivers: await make(`insert into person (org_id, type, name, created_at, updated_at)
      select $1, 'driver', 'Driver ' || n, now(), now() from generate_series(1, $2::int) n returning id`),
    vehicles: await make(`insert into vehicle (org_id, name, created_at, updated_at)
      select $1, 'Truck ' || n, now(), now() from generate_series(1, $2::int) n returning id`),
  };
}

/** Every hour of every driver of a month, as a telematics system would export it: by time. */
async function writeMonth(
  path: string,
  month: number,
  ids: Awaited<ReturnType<typeof fleet>>,
): Promise<number> {
  const hours = (Date.UTC(YEAR, month + 1) - Date.UTC(YEAR, month)) / 3_600_000;
  const below = (limit: number): number => Math.floor(Math.random() * limit);
  function* lines(): Generator<string> {
    yield `driverId,vehicleId,hour,${Object.values(METRICS).join(',')},averageVehicleWeightKg,topographyScore\n`;
    for (let hour = 0; hour < hours; hour += 1) {
      const at = new Date(Date.UTC(YEAR, month, 1, hour)).toISOString();
      yield ids.drivers
        .map((driver, n) => {
          const durations = Array.from({ length: 11 }, (_, metric) =>
            // One in ten of what is optional was not reported.
            metric > 3 && below(10) === 0 ? '' : below(3_600_001),
          );
          return `${driver},${ids.vehicles[n]},${at},${durations.join(',')},${below(20)},${20 + below(50)},${8000 + below(32_000)},${1 + below(5)}\n`;
        })
        .join('');
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
  return hours * drivers;
}

async function importFile(path: string): Promise<void> {
  const command = fileURLToPath(new URL('../server/bin/crewready.js', import.meta.url));
  const env = { ...process.env, CREWREADY_DATA: fixture.dataFolder };
  const { stdout } = await promisify(execFile)(command, ['import', path, '--apply', '--json'], { env });
  if (!JSON.parse(stdout).applied) throw new Error(stdout);
}

/** COPY of the same file into a table with the same columns and key, and nothing else. */
async function copyFile(path: string): Promise<void> {
  await fixture.query('drop table if exists copied');
  await fixture.query(`create table copied (driver_id bigint, vehicle_id bigint, hour timestamptz,
    ${COLUMNS.map((column) => `${column} int`).join(', ')}, primary key (hour, driver_id, vehicle_id))`);
  const client = await pool.connect();
  try {
    await pipeline(createReadStream(path), client.query(from('copy copied from stdin (format csv, header)')));
  } finally {
    client.release();
  }
}

type Sums = Map<string, Record<string, number>>;

/** The pages of a window, as they come: raw sums, which is what the SQL beside it answers. */
async function overHttp(start: string, end: string): Promise<string[]> {
  const pages: string[] = [];
  for (let after = ''; ; ) {
    const reply = await fetch(
      `${fixture.url}/driver-efficiency/drivers?startTime=${start}&endTime=${end}&dataFormats=raw&after=${after}`,
      { headers: { authorization: `Bearer ${TOKEN}` } },
    );
    const page = await reply.text();
    pages.push(page);
    after = /"endCursor":"([^"]*)"/.exec(page.slice(-400))?.[1] as string;
    if (after === '') return pages;
  }
}

function sumsOf(pages: string[]): Sums {
  const items = pages.flatMap(
    (page) => JSON.parse(page).data as { driverId: string; rawData: Record<string, number> }[],
  );
  return new Map(items.map(({ driverId, rawData }) => [driverId, rawData]));
}

async function bySql(start: string, end: string): Promise<Sums> {
  const { rows } = await pool.query({
    name: 'sum',
    text: `select driver_id, ${Object.keys(METRICS)
      .map((column) => `sum(${column})`)
      .join(', ')}
      from efficiency_hour where org_id = $1 and hour >= $2::timestamptz and hour < $3::timestamptz group by driver_id`,
    values: [fixture.orgId, start, end],
    rowMode: 'array',
  });
  return new Map(
    rows.map(([id, ...sums]) => [
      id,
      Object.fromEntries(Object.values(METRICS).map((field, n) => [field, Number(sums[n])])),
    ]),
  );
}

function sameSums(what: string, served: Sums, summed: Sums): void {
  let compared = 0;
  if (served.size !== summed.size) throw new Error(`${what}: ${served.size} drivers, not ${summed.size}`);
  for (const [id, sums] of summed)
    for (const [field, value] of Object.entries(sums)) {
      if (served.get(id)?.[field] !== value)
        throw new Error(
          `${what}: ${field} of ${id} is ${served.get(id)?.[field]}, its hours add up to ${value}`,
        );
      compared += 1;
    }
  console.log(
    `${what}: ${compared.toLocaleString('en')} sums of ${summed.size} drivers equal those of the hours`,
  );
}

async function compare(): Promise<void> {
  const at = (month: number): string => new Date(Date.UTC(YEAR, month)).toISOString();
  const last = Math.min(6, months) - 1;
  const windows: [what: string, start: string, end: string][] = [
    ['a month', at(last), at(last + 1)],
    [
      'thirty days with ragged ends',
      new Date(Date.UTC(YEAR, last, 1, 5)).toISOString(),
      new Date(Date.UTC(YEAR, last, 31, 5)).toISOString(),
    ],
    ['all months', at(0), at(months)],
  ];
  const took = new Map<string, { http: number[]; sql: number[] }>();
  for (const [what, start, end] of windows) {
    sameSums(what, sumsOf(await overHttp(start, end)), await bySql(start, end));
    took.set(what, { http: [], sql: [] });
  }
  for (let round = 0; round <= rounds; round += 1) {
    for (const [what, start, end] of windows) {
      const http = await timed(() => overHttp(start, end));
      const bare = what === 'all months' ? 0 : await timed(() => bySql(start, end));
      if (round === 0) continue; // warm-up
      took.get(what)?.http.push(http);
      took.get(what)?.sql.push(bare);
    }
  }
  for (const [what, { http, sql }] of took) {
    if (what === 'all months') continue;
    const times = median(http.map((value, index) => (sql[index] as number) / value));
    console.log(`${what}: ${times.toFixed(1)} times as fast as summing its hours by bare SQL`);
  }
  const month = took.get('a month')?.http as number[];
  const all = took.get('all months')?.http as number[];
  const times = median(all.map((value, index) => value / (month[index] as number)));
  console.log(`${months} months take ${times.toFixed(2)} times as long as one`);
}
