import { changeOrganizationSettings, saveAttribute } from '../../features/directory/index.ts';
import type { Writer } from '../../kernel/auth.ts';
import type { Database } from '../../kernel/database/database.ts';
import { write } from '../../kernel/ledger/write.ts';
import { DAY_MS } from '../../kernel/time.ts';
import { type Random, randomFrom } from './random.ts';

/** What some drivers do beside driving, and how many of them; each is a tag of its own. */
const SHARES = { Forklift: 0.35, Hazmat: 0.3, Tankers: 0.12, 'Cross-border': 0.07 };
export type Work = keyof typeof SHARES;
export const WORK = Object.keys(SHARES) as Work[];

/** What a driver does, and since when. */
export interface Job {
  work: readonly Work[];
  /** Days before now. */
  startedDaysAgo: number;
}

const NEW_DAYS = 60;

/** Whether somebody began lately. */
export const isNew = ({ startedDaysAgo: days }: Job): boolean => days < NEW_DAYS;

/** One driver after the other: most have been there for years, one in ten began within four months. */
export function jobs(): () => Job {
  const random = randomFrom(20_261_127);
  return () => ({
    work: WORK.filter((each) => random.chance(SHARES[each])),
    startedDaysAgo: startedDaysAgo(random),
  });
}

const startedDaysAgo = (random: Random): number =>
  random.chance(1 / 10) ? random.between(0, 2 * NEW_DAYS) : random.between(2 * NEW_DAYS, 4000);

/** The attribute that tells when drivers began, named in the settings; answers what a driver has of it. */
export async function startDates(
  database: Database,
  writer: Writer,
  now: Date,
): Promise<(job: Job) => { id: string; dateValues: string[] }> {
  const { id } = await write(database, writer, (tx) =>
    saveAttribute(tx, undefined, { name: 'Start date', entityType: 'driver', attributeType: 'date' }),
  );
  const settings = { timeZone: 'America/Los_Angeles', startDateAttributeId: id };
  await changeOrganizationSettings(database, writer, settings);
  return ({ startedDaysAgo: days }) => ({
    id,
    dateValues: [new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10)],
  });
}
