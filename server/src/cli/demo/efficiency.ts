import { type StagedHour, withStagedHours } from '../../features/driver-efficiency/index.ts';
import type { Database } from '../../kernel/database/database.ts';
import { DAY_MS } from '../../kernel/time.ts';
import type { Progress } from '../output.ts';
import { type Random, randomFrom } from './random.ts';

const DAYS = 365;
const HOUR_MS = 3_600_000;
/** Drivers of the fleet whose hours are told; the others drive for other hauliers, as it were. */
const DRIVERS = 300;
/** Six in the morning in California. */
const FIRST_HOUR = 14;

/** How many things `seedEfficiency` counts, for a progress bar. */
export const EFFICIENCY_SIZE = DAYS;

/** How somebody drives; 1 is best. */
interface Habit {
  id: string;
  skill: number;
  /** What a year of coaching brings. */
  learns: number;
}

interface Machine {
  id: string;
  /** A van knows no retarder, torque or weight. */
  isVan: boolean;
  kilograms: number;
  road: number;
}

/** A year of hours up to now: trucks in one or two shifts on working days, vans and Saturdays now and then. */
export async function seedEfficiency(
  database: Database,
  orgId: string,
  now: Date,
  fleet: { driverIds: string[]; vehicles: { id: string; name: string }[] },
  progress: Progress,
): Promise<void> {
  const random = randomFrom(20_251_121);
  const habits = fleet.driverIds.slice(0, DRIVERS).map((id): Habit => {
    // The mean of three: few are very good or very bad.
    const skill = (random.next() + random.next() + random.next()) / 3;
    return { id, skill, learns: random.chance(0.6) ? 0.15 * random.next() : -0.03 };
  });
  const machines = fleet.vehicles.map(({ id, name }): Machine => {
    const isVan = name.startsWith('Van');
    return { id, isVan, kilograms: random.between(9, 34) * 1000, road: random.between(1, 4) };
  });
  const hours = days(random, now, habits, machines, progress);
  await withStagedHours(database, orgId, hours, (staged) => staged.write());
}

async function* days(
  random: Random,
  now: Date,
  habits: Habit[],
  machines: Machine[],
  progress: Progress,
): AsyncGenerator<StagedHour[]> {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  for (let day = 0; day <= DAYS; day += 1) {
    const begin = today - (DAYS - day) * DAY_MS;
    const weekday = new Date(begin).getUTCDay();
    const works = weekday === 0 ? 0.03 : weekday === 6 ? 0.2 : 0.9;
    const hours: StagedHour[] = [];
    const busy = new Set<number>();
    for (const [n, machine] of machines.entries()) {
      if (!random.chance(works)) continue;
      // The regular driver, or one of those who stand in; every other truck has a second shift.
      const shifts = n % 2 === 0 && !machine.isVan ? [n, machines.length + n / 2] : [n];
      for (const [shift, regular] of shifts.entries()) {
        let driver = random.chance(0.8) ? regular : random.between(machines.length, habits.length - 1);
        while (busy.has(driver)) driver = random.between(machines.length, habits.length - 1);
        busy.add(driver);
        const habit = habits[driver] as Habit;
        const first = begin + (FIRST_HOUR + shift * 8 + random.between(0, 1)) * HOUR_MS;
        const count = random.between(4, 7);
        for (let hour = 0; hour < count; hour += 1) {
          const at = first + hour * HOUR_MS;
          if (at + HOUR_MS <= now.getTime()) hours.push(drive(random, day / DAYS, at, habit, machine));
        }
      }
    }
    if (day > 0) progress.advance(1);
    yield hours;
  }
}

function drive(random: Random, year: number, at: number, habit: Habit, machine: Machine): StagedHour {
  const skill = Math.min(1, Math.max(0, habit.skill + habit.learns * year + (random.next() - 0.5) * 0.2));
  /** Milliseconds: a share of `whole` that goes from `bad` to `good` with the skill. */
  const share = (whole: number, bad: number, good: number): number =>
    Math.round(whole * Math.max(0, bad + (good - bad) * skill) * (0.85 + 0.3 * random.next()));
  const engine = random.between(2_700_000, HOUR_MS);
  const idling = Math.min(engine, share(engine, 0.3, 0.05));
  const driven = engine - idling;
  const brake = share(driven, 0.11, 0.06);
  const brakings = random.between(8, 40);
  const heavy = <T>(value: T): T | null => (machine.isVan ? null : value);
  return [
    0,
    new Date(at).toISOString(),
    habit.id,
    machine.id,
    driven,
    engine,
    idling,
    brake,
    heavy(share(driven, 0.05, 0.6)),
    share(driven, 0.03, 0.2),
    heavy(share(driven, 0.22, 0.04)),
    share(driven, 0.5, 0.85),
    share(driven, 0.2, 0.02),
    heavy(share(brake, 0.25, 0.8)),
    heavy(Math.round(driven * 0.04 * machine.road * random.next())),
    Math.round(brakings * Math.max(0, 0.27 - 0.2 * skill) * (0.6 + 0.8 * random.next())),
    brakings,
    heavy(machine.kilograms + random.between(-3000, 3000)),
    Math.min(5, Math.max(1, machine.road + random.between(-1, 1))),
  ];
}
