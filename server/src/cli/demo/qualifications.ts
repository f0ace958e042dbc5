import { randomUUID } from 'node:crypto';
import type { Person } from '../../features/directory/index.ts';
import {
  addType,
  importRecords,
  type PastRecord,
  type QualificationType,
} from '../../features/qualifications/index.ts';
import type { Writer } from '../../kernel/auth.ts';
import type { Services } from '../../kernel/feature.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/ledger/write.ts';
import { DAY_MS } from '../../kernel/time.ts';
import type { Progress } from '../output.ts';
import { scannedCards } from './papers.ts';
import { type DemoType, QUALIFICATION_TYPES, TANK_VEHICLE } from './qualification-types.ts';
import { type Random, randomFrom } from './random.ts';
import { isNew, type Job, type Work } from './work.ts';

const RECORDS = 2500;
const BATCH = 500;
const MONTH_DAYS = 30.44;

/** How many things `seedQualifications` makes. */
export const QUALIFICATIONS_SIZE = QUALIFICATION_TYPES.length + RECORDS;

interface MadeType {
  plan: DemoType;
  type: QualificationType;
}

/** Who and what has papers. */
export interface Owners {
  drivers: readonly (Person & Job)[];
  vehicleIds: readonly string[];
  /** Drivers whose medical card comes later. */
  cardless: ReadonlySet<string>;
}

/**
 * Nine qualification types and the papers of drivers and vehicles: each owner's latest is active, of those one in
 * twelve has lapsed and one in ten lapses within a month; the ones before it are archived. Answers the types.
 */
export async function seedQualifications(
  services: Pick<Services, 'database' | 'blobs'>,
  writer: Writer,
  now: Date,
  owners: Owners,
  progress: Progress,
): Promise<QualificationType[]> {
  const random = randomFrom(20_261_122);
  const types = await write(services.database, writer, async (tx) => {
    const made: MadeType[] = [];
    for (const plan of QUALIFICATION_TYPES) {
      const { name, entityType, fields, expiration } = plan;
      made.push({ plan, type: await addType(tx, { name, entityType, fields, expiration }) });
    }
    return made;
  });
  progress.advance(types.length);
  const records = history(random, now, types, owners, await scannedCards()).slice(0, RECORDS);
  for (let start = 0; start < records.length; start += BATCH) {
    const batch = records.slice(start, start + BATCH);
    progress.advance(await importRecords(services, writer, batch));
  }
  return types.map(({ type }) => type);
}

/** Records, the active ones first and behind them what they superseded, without an end. */
function history(
  random: Random,
  now: Date,
  types: readonly MadeType[],
  { drivers, vehicleIds, cardless }: Owners,
  cards: readonly string[],
): PastRecord[] {
  const workers = drivers.map(({ id, type, ...job }) => ({
    owner: { entityType: 'worker' as const, id },
    ownerType: type,
    // Who began lately has the training for their work still ahead.
    work: isNew(job) ? [] : job.work,
  }));
  const assets = vehicleIds.map((id) => ({
    owner: { entityType: 'asset' as const, id },
    ownerType: 'vehicle' as const,
    work: [] as readonly Work[],
  }));
  const told = (
    made: MadeType,
    { work, ...owner }: (typeof workers | typeof assets)[number],
    expiresIn: number,
  ) => {
    const issued = new Date(now.getTime() + (expiresIn - made.plan.months * MONTH_DAYS) * DAY_MS);
    issued.setUTCHours(8, 0, 0, 0);
    const fields = valuesOf(random, made.type, issued, cards, work.includes('Tankers'));
    return {
      ...owner,
      work,
      id: newId(),
      type: made.type,
      issueDate: issued.toISOString(),
      fields,
      recordStatus: 'active' as PastRecord['recordStatus'],
      expiresIn,
    };
  };
  type Told = ReturnType<typeof told> & { supersedesId?: string };
  const latest: Told[] = types.flatMap((made) => {
    const all = made.plan.entityType === 'worker' ? workers : assets;
    const { share, work, name } = made.plan;
    return all
      .filter((owner) => !work || owner.work.includes(work))
      .filter(({ owner }) => name !== 'Medical Card' || !cardless.has(owner.id))
      .filter(() => random.chance(share))
      .map((owner) => told(made, owner, daysLeft(random, made.plan.months)));
  });
  const all: Told[] = [...latest];
  const mixed = latest.map((record) => ({ record, place: random.next() })).sort((a, b) => a.place - b.place);
  for (let from = mixed.map(({ record }) => record); all.length < RECORDS; ) {
    from = from.slice(0, RECORDS - all.length).map((newer) => {
      const made = types.find(({ type }) => type === newer.type) as MadeType;
      const before = told(
        made,
        newer,
        newer.expiresIn - made.plan.months * MONTH_DAYS + random.between(0, 30),
      );
      newer.supersedesId = before.id;
      return { ...before, recordStatus: random.chance(0.03) ? 'deleted' : 'archived' };
    });
    all.push(...from);
  }
  return all;
}

/** Days until a current paper expires: a few have lapsed, some are about to. */
function daysLeft(random: Random, months: number): number {
  const dice = random.next();
  if (dice < 0.08) return -random.between(1, 90);
  if (dice < 0.18) return random.between(1, 30);
  return random.between(31, Math.floor(months * MONTH_DAYS));
}

const NAMES = 'R. Alvarez|M. Chen|Dr. S. Patel|T. Johnson|Dr. L. Nowak|K. Okafor'.split('|');
const INSURERS = 'Great Western|Pacific Mutual|Sentry|Northland'.split('|');

/** A value for most fields, a scan for some; a driver of tankers has the license for it, more often than others. */
export function valuesOf(
  random: Random,
  { fields }: QualificationType,
  issued: Date,
  cards: readonly string[],
  drivesTankers = false,
): unknown[] {
  return fields.flatMap(({ id, type, label, options = [], columns = [] }) => {
    const head = { id, type };
    const option = () => random.pick(options).id;
    switch (type) {
      case 'text':
        return label === 'Restrictions' && random.chance(0.8)
          ? []
          : { ...head, textValue: { value: wordsFor(random, label) } };
      case 'number':
        return { ...head, numberValue: { value: numberFor(random, label) } };
      case 'multiple_choice':
        // The first option is the usual one.
        return {
          ...head,
          multipleChoiceValue: {
            valueId: random.chance(drivesTankers ? 0.95 : 0.7) ? options[0]?.id : option(),
          },
        };
      case 'check_boxes': {
        const tanks = options.filter(({ label: each }) => drivesTankers && each === TANK_VEHICLE);
        const ticked = [option(), option(), ...tanks.map(({ id: tank }) => tank)];
        return { ...head, checkBoxesValue: { valueIds: [...new Set(ticked)] } };
      }
      case 'datetime':
        return { ...head, dateTimeValue: { value: issued.toISOString() } };
      case 'table':
        return random.chance(0.7)
          ? []
          : { ...head, tableValue: { rows: [{ id: randomUUID(), cells: repair(random, columns, issued) }] } };
      case 'media':
        return random.chance(0.92) || cards.length === 0
          ? []
          : {
              ...head,
              mediaValue: { mediaList: [{ base64Payload: random.pick(cards), mediaType: 'image/jpeg' }] },
            };
      default:
        return [];
    }
  });
}

function repair(
  random: Random,
  columns: NonNullable<QualificationType['fields'][number]['columns']>,
  issued: Date,
): unknown[] {
  const values = [
    { textValue: { value: random.pick(['Brake lining', 'Tire', 'Headlamp', 'Air hose', 'Wiper']) } },
    { numberValue: { value: random.between(2000, 90_000) / 100 } },
    { dateTimeValue: { value: issued.toISOString() } },
  ];
  return columns.map(({ id, type }, at) => ({ id, type, ...values[at] }));
}

function wordsFor(random: Random, label: string): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => String(random.between(0, 9))).join('');
  if (label === 'Insurer') return random.pick(INSURERS);
  if (label === 'Restrictions') return random.pick(['E No manual transmission', 'L No air brakes']);
  if (label === 'Plate') return `${random.between(1, 9)}${random.pick(['ABK', 'HLF', 'TRK'])}${digits(3)}`;
  if (/Number/.test(label)) return `${label[0]}${digits(8)}`;
  return random.pick(NAMES);
}

const numberFor = (random: Random, label: string): number =>
  /Coverage/.test(label)
    ? random.pick([750_000, 1_000_000, 5_000_000])
    : /Odometer/.test(label)
      ? random.between(20_000, 600_000)
      : random.between(700, 1000) / 10;
