import sharp from 'sharp';
import type { Person } from '../../features/directory/index.ts';
import { type FieldDefinition, type FieldValue, mediaRecord } from '../../features/fields/index.ts';
import {
  addTemplate,
  type FormStatus,
  type FormTemplate,
  importSubmissions,
  type NewSubmission,
  outcome,
  parseContent,
} from '../../features/forms/index.ts';
import { type InlineMedia, keepMedia, readInlineMedia, withMedia } from '../../features/media/index.ts';
import type { Writer } from '../../kernel/auth.ts';
import type { Services } from '../../kernel/feature.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/ledger/write.ts';
import { DAY_MS } from '../../kernel/time.ts';
import type { Progress } from '../output.ts';
import { answerTo, type Supply } from './form-answers.ts';
import { FORM_TEMPLATES } from './form-templates.ts';
import { still } from './pictures.ts';
import { type Random, randomFrom } from './random.ts';

const SUBMISSIONS = 1200;
const BATCH = 400;
const SIGNATURES = 8;
const PHOTOS = 6;

/** How many things `seedForms` makes. */
export const FORMS_SIZE = FORM_TEMPLATES.length + SUBMISSIONS;

/** Eight form templates and a year of submissions in every state, with signatures and photos; answers the templates. */
export async function seedForms(
  services: Pick<Services, 'database' | 'blobs'>,
  writer: Writer,
  now: Date,
  { drivers, vehicleIds }: { drivers: readonly Person[]; vehicleIds: readonly string[] },
  progress: Progress,
): Promise<FormTemplate[]> {
  const { database } = services;
  const random = randomFrom(20_261_123);
  const signatures = await drawn(SIGNATURES, () => signature(random));
  const photos = await drawn(PHOTOS, (seed) => still({ facing: 'road', hour: 8 + seed, second: 0, seed }));
  const media = [...signatures, ...photos];
  const templates = await withMedia(services, writer.orgId, media, () =>
    write(database, writer, async (tx) => {
      await keepMedia(tx, media);
      const made: FormTemplate[] = [];
      for (const plan of FORM_TEMPLATES) made.push(await addTemplate(tx, parseContent(plan)));
      return made;
    }),
  );
  progress.advance(templates.length);
  const supply = {
    drivers,
    vehicleIds,
    signatures: signatures.map(mediaRecord),
    photos: photos.map(mediaRecord),
  };
  const ages = Array.from({ length: SUBMISSIONS }, () => random.next() ** 2 * 365).sort((a, b) => b - a);
  const items = ages.map((age) => submission(random, now, age, random.pick(templates), supply));
  for (let start = 0; start < items.length; start += BATCH) {
    const batch = items.slice(start, start + BATCH);
    progress.advance(await write(database, writer, (tx) => importSubmissions(tx, batch)));
  }
  return templates;
}

/** What became of a form that was assigned `age` days ago. */
function submission(
  random: Random,
  now: Date,
  age: number,
  template: FormTemplate,
  supply: Supply,
): NewSubmission {
  const at = (daysAgo: number): string =>
    new Date(Math.round((now.getTime() - daysAgo * DAY_MS) / 1000) * 1000).toISOString();
  const driver = random.pick(supply.drivers);
  const item = {
    id: newId(),
    templateId: template.id,
    revisionId: template.revisionId,
    isRequired: random.chance(0.8),
    assigned: driver,
    createdAt: at(age),
    assignedAt: at(age),
    dueAt: at(age - random.between(1, 3)),
    ...(template.formCategory === 'routing' ? { routeStopId: String(random.between(40_000, 41_000)) } : {}),
  };
  const status = statusOf(random, age, template.approvalConfig !== undefined);
  if (status === 'notStarted') return { ...item, status, fields: '[]' };
  const doneAt = Math.max(0.01, age - random.next() * 3.5);
  const answers = template.fields.flatMap(
    (field) => answerTo(random, field as FieldDefinition, at(doneAt), supply) ?? [],
  );
  if (status === 'inProgress') return { ...item, status, fields: JSON.stringify(answers.slice(0, 2)) };
  const { fields, score } = complete(template, answers);
  return {
    ...item,
    status,
    submitted: driver,
    submittedAt: at(doneAt),
    latitude: Math.round((37 + random.next() * 8) * 1e5) / 1e5,
    longitude: Math.round((-123 + random.next() * 4) * 1e5) / 1e5,
    scorePoints: score?.scorePoints,
    scoreMax: score?.maxPoints,
    approvalComment:
      status === 'changesRequested' ? random.pick(['Please add a photo.', 'Which dock was it?']) : undefined,
    fields: JSON.stringify(fields),
  };
}

/** Follow-up questions are answered only where they are asked. */
function complete(template: FormTemplate, answers: FieldValue[]) {
  const hurt = answers.find(({ label }) => label === 'Was anyone hurt?')?.multipleChoiceValue?.value;
  return outcome(
    template as Parameters<typeof outcome>[0],
    answers.filter(({ label }) => hurt === 'Yes' || label !== 'Who, and how badly?'),
  );
}

function statusOf(random: Random, age: number, approval: boolean): FormStatus {
  if (age < 5 && random.chance(0.5)) return random.chance(0.6) ? 'notStarted' : 'inProgress';
  if (random.chance(0.04)) return random.chance(0.5) ? 'notStarted' : 'inProgress';
  if (random.chance(0.06)) return 'archived';
  if (!approval) return 'completed';
  if (age < 14 && random.chance(0.5)) return random.chance(0.7) ? 'needsReview' : 'changesRequested';
  return random.chance(0.95) ? 'approved' : 'changesRequested';
}

const drawn = async (count: number, draw: (seed: number) => Promise<Buffer>): Promise<InlineMedia[]> => {
  const files: InlineMedia[] = [];
  for (let seed = 0; seed < count; seed += 1)
    files.push(await readInlineMedia(`picture ${seed}`, (await draw(seed)).toString('base64')));
  return files;
};

/** A signature as a hand would draw it, more or less: a PNG. */
function signature(random: Random): Promise<Buffer> {
  let path = `M 20 ${random.between(60, 80)}`;
  for (let x = 20; x < 300; x += random.between(18, 34)) {
    const [up, down] = [random.between(8, 55), random.between(65, 105)];
    path += ` C ${x + 4} ${up}, ${x + 12} ${up}, ${x + 10} ${random.between(60, 80)} S ${x + 20} ${down}, ${x + 26} ${random.between(55, 75)}`;
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="120"><rect width="360" height="120" fill="#fff"/><path d="${path}" fill="none" stroke="#1b2a52" stroke-width="2.6" stroke-linecap="round"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
