import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePeople } from '../../../../test/builders.ts';
import { startApp, type TestApp, type TestOrg } from '../../../../test/start-app.ts';
import { join, sql } from '../../../kernel/database/database.ts';
import { type Dataset, valueIn } from '../../../kernel/dataset.ts';
import { efficiencyDatasets } from '../datasets/index.ts';

// Whatever hours come in, in whatever order, again and at once: each figure is what its hours add up to.

type Hour = Record<string, number | undefined> & { at: number; driver: number; vehicle: number };
interface Question {
  from: number;
  to: number;
  group: 'driver' | 'vehicle';
  tag: 'none' | 'own' | 'parent';
}

const DRIVERS = 4;
const VEHICLES = 3;
/** The hours are from the end of January to the beginning of April. */
const START = Date.UTC(2026, 0, 30);
const HOURS = 62 * 24;
const DURATIONS = [
  'cruiseControl',
  'coasting',
  'highTorque',
  'greenBand',
  'overSpeed',
  'highGradeRoadDriving',
];
const LINES: Record<string, [zero: number, hundred: number]> = {
  anticipation: [26, 7],
  coasting: [2, 20],
  cruiseControl: [1, 61],
  greenBand: [40, 95],
  highTorque: [25, 2],
  idling: [30, 4],
  overSpeed: [25, 1],
  wearFreeBrake: [10, 85],
};

let server: TestApp;
beforeAll(async () => {
  server = await startApp();
});
afterAll(() => server.stop());

const duration = fc.integer({ min: 0, max: 3_600_000 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const hour: fc.Arbitrary<Hour> = fc.record({
  at: fc.oneof(
    fc.integer({ min: 0, max: HOURS - 1 }),
    // Near the turns of days and months, and on one another.
    fc.constantFrom(0, 23, 24, 47, 48, 49, 719, 720, 721, 1463, 1464, HOURS - 1),
  ),
  driver: fc.nat(DRIVERS - 1),
  vehicle: fc.nat(VEHICLES - 1),
  driveTimeDurationMs: duration,
  engineOnDurationMs: duration,
  idlingDurationMs: duration,
  totalBrakeDurationMs: duration,
  ...Object.fromEntries(DURATIONS.map((name) => [`${name}DurationMs`, maybe(duration)])),
  wearFreeBrakeDurationMs: maybe(duration),
  anticipationBrakeEventCount: maybe(fc.nat(50)),
  totalBrakeEventCount: maybe(fc.nat(100)),
  averageVehicleWeightKg: maybe(fc.integer({ min: 1, max: 60_000 })),
  topographyScore: maybe(fc.integer({ min: 1, max: 5 })),
}) as never;
/** Requests that are sent at once, then others: what is sent again is sent later. */
const rounds = fc.array(
  fc.array(fc.array(hour, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 }),
  {
    minLength: 1,
    maxLength: 4,
  },
);
const question: fc.Arbitrary<Question> = fc.record({
  from: fc.oneof(fc.integer({ min: -48, max: HOURS - 1 }), fc.constantFrom(0, 24, 48, 720)),
  to: fc.oneof(fc.integer({ min: 24, max: HOURS + 48 }), fc.constantFrom(720, 1464, HOURS)),
  group: fc.constantFrom('driver' as const, 'vehicle' as const),
  tag: fc.constantFrom('none' as const, 'own' as const, 'parent' as const),
});

const time = (at: number): string => new Date(START + at * 3_600_000).toISOString();
const key = ({ at, driver, vehicle }: Hour): string => `${at} ${driver} ${vehicle}`;
const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

/** The plain recomputation: everything of one driver or vehicle from its hours. */
function recompute(hours: Hour[]) {
  const total = (field: string) => sum(hours.map((h) => h[field] ?? 0));
  const with_ = (...fields: string[]) => hours.filter((h) => fields.every((field) => h[field] !== undefined));
  const reported = (field: string) => (with_(field).length > 0 ? total(field) : undefined);
  const percentage = (field: string, of: string) => {
    const both = with_(field, of);
    const whole = sum(both.map((h) => h[of] as number));
    return whole > 0 ? (sum(both.map((h) => h[field] as number)) / whole) * 100 : undefined;
  };
  const mean = (field: string) => {
    const known = with_(field);
    const drive = sum(known.map((h) => h.driveTimeDurationMs as number));
    return drive > 0
      ? sum(known.map((h) => (h[field] as number) * (h.driveTimeDurationMs as number))) / drive
      : undefined;
  };
  const percentages: Record<string, number | undefined> = {
    idling: percentage('idlingDurationMs', 'engineOnDurationMs'),
    anticipation: percentage('anticipationBrakeEventCount', 'totalBrakeEventCount'),
    wearFreeBrake: percentage('wearFreeBrakeDurationMs', 'totalBrakeDurationMs'),
    ...Object.fromEntries(
      DURATIONS.map((name) => [name, percentage(`${name}DurationMs`, 'driveTimeDurationMs')]),
    ),
  };
  const scores = Object.entries(LINES).flatMap(([name, [zero, hundred]]): [string, number][] => {
    const at = percentages[name];
    if (at === undefined) return [];
    return [[name, Math.round(Math.min(100, Math.max(0, ((at - zero) / (hundred - zero)) * 100)))]];
  });
  const weight = mean('averageVehicleWeightKg');
  const road = mean('topographyScore');
  const load =
    weight === undefined ? undefined : 1 + [8, 16, 24, 32].filter((t) => weight >= t * 1000).length;
  const topography = road === undefined ? undefined : Math.round(road);
  const text = (n: number | undefined) => (n === undefined ? undefined : String(n));
  return {
    rawData: {
      ...Object.fromEntries(
        ['driveTime', 'engineOn', 'idling', 'totalBrake'].map((n) => [
          `${n}DurationMs`,
          total(`${n}DurationMs`),
        ]),
      ),
      ...Object.fromEntries(DURATIONS.map((name) => [`${name}DurationMs`, reported(`${name}DurationMs`)])),
      wearFreeBrakeDurationMs: reported('wearFreeBrakeDurationMs'),
      anticipationBrakeEventCount: reported('anticipationBrakeEventCount'),
      totalBrakeEventCount: reported('totalBrakeEventCount'),
      averageVehicleWeightKg: weight === undefined ? undefined : Math.round(weight),
    },
    percentages: { ...percentages, idling: percentages.idling ?? 0 },
    scoreData:
      scores.length === 0
        ? undefined
        : {
            overallScore: String(Math.round(sum(scores.map(([, score]) => score)) / scores.length)),
            ...Object.fromEntries(scores.map(([name, score]) => [`${name}Score`, String(score)])),
          },
    difficultyScore:
      topography === undefined && load === undefined
        ? undefined
        : {
            overallScore:
              topography === undefined ? undefined : text(Math.ceil((topography + (load ?? topography)) / 2)),
            topographyScore: text(topography),
            vehicleWeightScore: text(load),
          },
  };
}

/** An organization whose second half of drivers and vehicles is in a tag below another. */
async function fleet() {
  const org = await server.makeOrg();
  const drivers = (await makePeople(server, org, DRIVERS)).sort();
  const vehicles: string[] = [];
  for (let n = 0; n < VEHICLES; n += 1)
    vehicles.push((await org.send('POST', '/fleet/vehicles', { name: `Truck ${n}` })).body.data.id);
  const top = (await org.send('POST', '/tags', { name: 'Top', vehicles: [vehicles[0]] })).body.data.id;
  const members = { drivers: drivers.slice(2), vehicles: vehicles.slice(1, 2) };
  const own = (await org.send('POST', '/tags', { name: 'Own', parentTagId: top, ...members })).body.data.id;
  const members_ = {
    none: { driver: [0, 1, 2, 3], vehicle: [0, 1, 2] },
    own: { driver: [2, 3], vehicle: [1] },
    parent: { driver: [2, 3], vehicle: [0, 1] },
  };
  return {
    org,
    drivers,
    vehicles,
    members: members_,
    filter: { none: '', own: `&tagIds=${own}`, parent: `&parentTagIds=${top}` },
  };
}

async function ask(
  org: TestOrg,
  { group, from, to }: Question,
  filter: string,
): Promise<Record<string, unknown>[]> {
  const query = `startTime=${time(from)}&endTime=${time(to)}&dataFormats=score,raw,percentage${filter}`;
  const reply = await org.get(`/driver-efficiency/${group}s?${query}`);
  expect(reply.status, reply.text).toBe(200);
  return reply.body.data;
}

/** The rows of a report over a time range that need not be whole hours, by the id of the driver or vehicle. */
async function reported(
  { orgId }: TestOrg,
  { group, from, to }: Question,
): Promise<Map<string, Record<string, number>>> {
  const dataset = efficiencyDatasets.find(({ columns }) => columns[0]?.name === `${group}Id`) as Dataset;
  const range = { startTime: time(from - 0.5), endTime: time(to - 0.25) };
  const view = { orgId, tagIds: null, at: sql`now()` };
  const rows = await server.database.rows(sql`
    select ${join(dataset.columns.map((column) => valueIn(column, view)))} ${dataset.source(view, range)} order by ${dataset.order}`);
  return new Map(
    rows.map((row) => {
      const cells = row.slice(2).map((cell, n) => [dataset.columns[n + 2]?.name, cell] as const);
      return [
        row[0],
        Object.fromEntries(cells.flatMap(([name, cell]) => (cell === null ? [] : [[name, Number(cell)]]))),
      ];
    }),
  );
}

/** Figures in the columns of a report. */
function inColumns({ rawData, percentages, scoreData, difficultyScore }: ReturnType<typeof recompute>) {
  const difficulty = Object.entries(difficultyScore ?? {}).map(([name, score]) => [
    `difficulty${name[0]?.toUpperCase()}${name.slice(1)}`,
    score,
  ]);
  return {
    exact: Object.fromEntries(
      Object.entries({
        ...rawData,
        ...scoreData,
        ...Object.fromEntries(difficulty),
      }).flatMap(([name, value]) => (value === undefined ? [] : [[name, Number(value)]])),
    ),
    shares: percentages,
  };
}

test('figures are those of a plain recomputation from the hours', { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(rounds, fc.array(question, { minLength: 6, maxLength: 12 }), async (all, questions) => {
      const { org, drivers, vehicles, members, filter } = await fleet();
      const kept = new Map<string, Hour>();
      for (const requests of all) {
        // Requests at once may not differ about an hour: which of them is the later, nobody could tell.
        const said = new Set<string>();
        const apart = requests.map((hours) => {
          const mine = hours.filter((h) => !said.has(key(h)));
          for (const h of hours) said.add(key(h));
          return mine;
        });
        const replies = await Promise.all(
          apart
            .filter((hours) => hours.length > 0)
            .map((hours) => {
              const data = hours.map(({ at, driver, vehicle, ...metrics }) => ({
                driverId: drivers[driver],
                vehicleId: vehicles[vehicle],
                hour: time(at),
                ...metrics,
              }));
              return org.send('POST', '/driver-efficiency/hours', { data });
            }),
        );
        for (const reply of replies) expect(reply.status, reply.text).toBe(200);
        for (const h of apart.flat()) kept.set(key(h), h);
      }
      for (const asked of questions) {
        const to = Math.max(asked.to, asked.from + 24);
        const short = { ...asked, to: Math.max(asked.to, asked.from + (asked.to % 5) + 1) };
        const rows = await reported(org, short);
        const found = [...kept.values()].filter(({ at }) => at >= short.from && at < short.to);
        const about = new Set(found.map((h) => h[asked.group]));
        expect(rows.size).toBe(about.size);
        for (const member of about) {
          const own = found.filter((h) => h[asked.group] === member);
          const { exact, shares } = inColumns(recompute(own));
          const row = rows.get((asked.group === 'driver' ? drivers : vehicles)[member] as string);
          expect(row).toMatchObject({ ...exact, hours: own.length });
          expect(
            Object.keys(row ?? {})
              .filter((name) => !/Percentage$|^hours$/.test(name))
              .sort(),
          ).toEqual(Object.keys(exact).sort());
          for (const [name, value] of Object.entries(shares))
            if (row && `${name}Percentage` in row)
              expect(row[`${name}Percentage`]).toBeCloseTo(value ?? Number.NaN, 3);
            else expect(value ?? 0).toBe(0);
        }
        const inside = [...kept.values()].filter(({ at }) => at >= asked.from && at < to);
        const ids = asked.group === 'driver' ? drivers : vehicles;
        const expected = members[asked.tag][asked.group].flatMap((member) => {
          const own = inside.filter((h) => h[asked.group] === member);
          return own.length > 0 ? [{ id: ids[member] as string, ...recompute(own) }] : [];
        });
        const got = await ask(org, { ...asked, to }, filter[asked.tag]);
        expect(got.map((item) => item[`${asked.group}Id`])).toEqual(expected.map(({ id }) => id));
        for (const [n, { percentages, id: _, ...rest }] of expected.entries()) {
          const { percentageData, driverId: _d, vehicleId: _v, ...exact } = got[n] as Record<string, object>;
          expect({ scoreData: undefined, difficultyScore: undefined, ...exact }).toEqual(rest);
          for (const [name, value] of Object.entries(percentages)) {
            if (value === undefined) expect(percentageData).not.toHaveProperty(`${name}Percentage`);
            else
              expect((percentageData as Record<string, number>)[`${name}Percentage`]).toBeCloseTo(value, 3);
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});
