import { randomUUID } from 'node:crypto';
import type { TestOrg } from './start-app.ts';

/** Makes a form template over HTTP, of one section unless `sections` are given, and answers it. */
export async function makeTemplate(org: TestOrg, fields: object[], more: Record<string, unknown> = {}) {
  const reply = await org.send('POST', '/form-templates', {
    title: 'Pre-trip inspection',
    sections: [{ label: 'All', fields }],
    ...more,
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body.data as {
    id: string;
    revisionId: string;
    // biome-ignore lint/suspicious/noExplicitAny: tests look into fields of every type
    fields: any[];
    sections: { id: string; label: string }[];
  };
}

/** Makes a submission over HTTP and answers it. */
export async function makeSubmission(org: TestOrg, templateId: string, more: Record<string, unknown> = {}) {
  const reply = await org.send('POST', '/form-submissions', {
    formTemplate: { id: templateId },
    status: 'notStarted',
    ...more,
  });
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.data as { id: string; status: string; updatedAtTime: string };
}

/** Begins and hands in a submission; answers the reply. */
export async function handIn(org: TestOrg, id: string, fields: unknown) {
  await org.send('POST', '/form-submissions/start', { id });
  return org.send('POST', '/form-submissions/submit', { id, fields });
}

const options = (...labels: string[]) => labels.map((label) => ({ id: randomUUID(), label }));

/** One field of every type, with every setting that a value is checked against. */
export const everyField = () => [
  { label: 'Odometer', type: 'number', numDecimalPlaces: 1 },
  { label: 'Remarks', type: 'text' },
  { label: 'Condition', type: 'multiple_choice', options: options('Good', 'Fair', 'Poor') },
  { label: 'Defects', type: 'check_boxes', options: options('Lights', 'Brakes', 'Tires', 'Mirrors') },
  { label: 'Photos', type: 'media' },
  { label: 'Seen at', type: 'datetime' },
  { label: 'Day', type: 'datetime', allowedDateTimeValueType: 'date', timeZone: 'America/Chicago' },
  { label: 'Time', type: 'datetime', allowedDateTimeValueType: 'time' },
  { label: 'Driver signature', type: 'signature', legalText: 'I have checked this vehicle.' },
  { label: 'Vehicle', type: 'asset' },
  { label: 'Witness', type: 'person', allowManualEntry: true },
  { label: 'Yard', type: 'geofence' },
  { label: 'Walk around the vehicle.', type: 'instruction' },
  { label: 'See the video.', type: 'media_instruction' },
  {
    label: 'Tires',
    type: 'table',
    columns: [
      { label: 'Position', type: 'text' },
      { label: 'Depth (mm)', type: 'number', numDecimalPlaces: 2 },
      { label: 'Checked', type: 'datetime', allowedDateTimeValueType: 'date' },
      { label: 'Wear', type: 'check_boxes', options: options('Inner', 'Outer') },
      { label: 'Verdict', type: 'multiple_choice', options: options('Keep', 'Replace') },
      { label: 'Checked by', type: 'person' },
      { label: 'Serial', type: 'barcode' },
      { label: 'Photo', type: 'media' },
      { label: 'Initials', type: 'signature' },
    ],
  },
  { label: 'Seal', type: 'barcode' },
];
