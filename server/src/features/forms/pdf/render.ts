import type { FieldDefinition, FieldValue, MediaRecord, Values } from '../../fields/index.ts';
import { consequences } from '../../fields/index.ts';
import type { Template } from '../templates/schema.ts';
import { FontBook } from './fonts.ts';
import { type Cell, MUTED, Pages, type Picture } from './page.ts';

/** Everything that a document says. */
export interface Story {
  organization: string;
  template: Template;
  submission: Served;
  /** Names of people by `type-id`, and of vehicles by id. */
  names: ReadonlyMap<string, string>;
  /** Pictures by the id of their media; documents are not among them. */
  pictures: ReadonlyMap<string, Picture>;
  now: Date;
}

/** What of a submission, as it is served, is shown. */
export interface Served {
  id: string;
  title?: string;
  status: string;
  createdAtTime: string;
  submittedAtTime: string;
  submittedBy: { id: string; type: string };
  assignedTo?: { id: string; type: string };
  dueAtTime?: string;
  routeStopId?: string;
  location?: { latitude: number; longitude: number };
  score?: { scorePoints: number; maxPoints: number; scorePercent: number };
  approvalDetails?: { comment: string };
  fields: FieldValue[];
}

const STATUS_WORDS: Record<string, string> = {
  notStarted: 'Not started',
  inProgress: 'In progress',
  completed: 'Completed',
  needsReview: 'Needs review',
  changesRequested: 'Changes requested',
  approved: 'Approved',
  archived: 'Archived',
};

const LABEL = { size: 9, color: MUTED };
const VALUE = { size: 10 };
const SHARE = 0.36;
/** How high a picture may be, in points. */
const PICTURE = 106;

/** Draws a submission; the answer is a stream that has begun to flow. */
export async function render(story: Story): Promise<PDFKit.PDFDocument> {
  const { template, submission } = story;
  const words = JSON.stringify([story.organization, template, submission, [...story.names.values()]]);
  const pages = new Pages(await FontBook.for(words), {
    Title: submission.title ?? template.title,
    CreationDate: story.now,
  });
  drawHead(pages, story);
  const values = new Map(submission.fields.map((value) => [value.id, value]));
  const { asked } = consequences(template.fields as FieldDefinition[], template.sections, values);
  for (const { label, fieldIndexFirstInclusive: first, fieldIndexLastInclusive: last } of template.sections) {
    const shown = template.fields.slice(first, last + 1).filter(({ id }) => asked.has(id) || values.has(id));
    if (shown.length === 0) continue;
    pages.band(label || ' ');
    for (const field of shown) {
      drawField(pages, story, field as FieldDefinition, values.get(field.id));
      pages.rule();
    }
  }
  pages.end(`${story.organization} · ${submission.id} · ${moment(story.now.toISOString())}`);
  return pages.doc;
}

function drawHead(pages: Pages, { organization, template, submission, names }: Story): void {
  pages.text(organization, { size: 9, color: MUTED });
  pages.text(template.title, { size: 20, bold: true });
  if (submission.title) pages.text(submission.title, { size: 12 });
  if (template.description) pages.text(template.description, { size: 9.5, color: MUTED });
  pages.gap(8);
  const { score, location, assignedTo, submittedBy } = submission;
  const handedIn = !['notStarted', 'inProgress'].includes(submission.status);
  const name = (person: { id: string; type: string }): string =>
    nameOf(names, person.id === '' ? undefined : person);
  const facts: [string, string | undefined][] = [
    ['Status', STATUS_WORDS[submission.status]],
    ['Assigned to', assignedTo && name(assignedTo)],
    ['Due', submission.dueAtTime && moment(submission.dueAtTime)],
    [handedIn ? 'Submitted' : 'Created', `${moment(submission.submittedAtTime)}, ${name(submittedBy)}`],
    ['Location', location && `${location.latitude}°, ${location.longitude}°`],
    ['Route stop', submission.routeStopId],
    ['Score', score && `${score.scorePoints} of ${score.maxPoints} (${Math.round(score.scorePercent)}%)`],
    ['Approver’s comment', submission.approvalDetails?.comment],
  ];
  pages.rule();
  for (const [label, text] of facts) if (text) pages.pair(label, text, { label: LABEL, text: VALUE }, 0.22);
  pages.rule();
}

function drawField(pages: Pages, story: Story, field: FieldDefinition, value: FieldValue | undefined): void {
  const label = field.isRequired ? `${field.label} *` : field.label;
  if (field.type === 'instruction' || field.type === 'media_instruction') {
    pages.gap(4);
    pages.text(field.label, { size: 9.5, color: MUTED });
    pages.gap(4);
    return;
  }
  const indent = pages.width * SHARE;
  const { text, pictures } = contentOf(story, field, value);
  if (field.type === 'table' && value?.tableValue) {
    pages.pair(
      label,
      `${value.tableValue.rows.length || 'No'} row${value.tableValue.rows.length === 1 ? '' : 's'}`,
      { label: LABEL, text: LABEL },
      SHARE,
    );
    drawTable(pages, story, value.tableValue);
  } else {
    // A label stays with its pictures.
    if (pictures.length > 0) pages.need(PICTURE + 40);
    pages.pair(label, text || (pictures.length > 0 ? ' ' : '—'), { label: LABEL, text: VALUE }, SHARE);
    if (pictures.length > 0) pages.pictures(pictures, field.type === 'signature' ? 64 : PICTURE, indent);
  }
  if (value?.note) pages.pair('', `Note: ${value.note}`, { label: LABEL, text: { size: 9 } }, SHARE);
  const beside = value?.mediaValue || field.type === 'media' ? [] : picturesOf(story, value?.mediaList);
  if (beside.length > 0) pages.pictures(beside, PICTURE, indent);
}

function drawTable(pages: Pages, story: Story, table: NonNullable<Values['tableValue']>): void {
  if (table.rows.length === 0) return;
  const rows = table.rows.map(({ cells }) =>
    table.columns.map(({ id, type }): Cell => {
      const cell = cells.find((candidate) => candidate.id === id);
      return cell ? contentOf(story, { type }, cell) : {};
    }),
  );
  pages.table(
    table.columns.map(({ label }) => label),
    rows,
  );
}

/** An answer as words and pictures. */
function contentOf(
  story: Story,
  field: Pick<FieldDefinition, 'type' | 'legalText'>,
  value: Values | undefined,
): { text: string; pictures: Picture[] } {
  const { names } = story;
  const media = value?.mediaValue?.mediaList ?? (value?.signatureValue ? [value.signatureValue.media] : []);
  const pictures = picturesOf(story, media);
  const documents = media.filter(({ id }) => !story.pictures.has(id)).map(({ id }) => `Document ${id}`);
  const signed = value?.signatureValue && field.legalText ? [field.legalText] : [];
  const person = value?.personValue?.person;
  const asset = value?.assetValue?.asset;
  const geofence = value?.geofenceValue?.geofence;
  const chosen = value?.checkBoxesValue;
  const boxes = chosen?.value.map((label) => `• ${label}`).join('\n');
  const text =
    value?.numberValue?.value.toString() ??
    value?.textValue?.value ??
    value?.multipleChoiceValue?.value ??
    (chosen && boxes) ??
    (value?.dateTimeValue && timeOf(value.dateTimeValue)) ??
    (person && (person.name ?? nameOf(names, person.polymorphicUserId))) ??
    (asset && (asset.name ?? names.get(asset.id ?? '') ?? asset.id ?? UNSEEN)) ??
    (geofence && (geofence.name ?? geofence.id)) ??
    value?.barcodeValue?.barcodes.map((barcode) => barcode.value).join('\n') ??
    '';
  return { text: [text, ...documents, ...signed].filter(Boolean).join('\n'), pictures };
}

/** What stands for a person or vehicle whom the token that asked may not see. */
const UNSEEN = 'not shown to this token';

const nameOf = (names: ReadonlyMap<string, string>, person?: { id: string; type: string }): string =>
  person ? (names.get(`${person.type}-${person.id}`) ?? `${person.type}-${person.id}`) : UNSEEN;

const picturesOf = (story: Story, media: readonly MediaRecord[] = []): Picture[] =>
  media.flatMap(({ id }) => story.pictures.get(id) ?? []);

/** `2026-11-21 09:00 UTC`. */
const moment = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;

function timeOf({ type, value, dateValue }: NonNullable<Values['dateTimeValue']>): string {
  if (type === 'date') return dateValue ?? value.slice(0, 10);
  return type === 'time' ? `${value.slice(11, 16)} UTC` : moment(value);
}
