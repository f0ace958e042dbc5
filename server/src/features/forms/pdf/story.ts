import { buffer } from 'node:stream/consumers';
import type { Sight } from '../../../kernel/auth.ts';
import { type Queryable, sql } from '../../../kernel/database/database.ts';
import type { Services } from '../../../kernel/feature.ts';
import { namesOf, withoutUnseen } from '../../directory/index.ts';
import { mediaIdsIn } from '../../fields/index.ts';
import { openMedia, smallerPicture } from '../../media/index.ts';
import { requireSubmission, templateOf } from '../submissions/change.ts';
import { mentioned } from '../submissions/document.ts';
import type { Picture } from './page.ts';
import type { Served, Story } from './render.ts';

/** The longer side of a picture in a document, in pixels: sharp in print, small to send. */
const MOST_PIXELS = 1400;

/** Gathers what a submission's document says to whoever asked for it. */
export async function tell(services: Services, sight: Sight, submissionId: string): Promise<Story> {
  const { database, clock } = services;
  const { orgId } = sight;
  const row = await requireSubmission(database, sight, 'id', submissionId);
  const submission = JSON.parse(await withoutUnseen(database, sight, row.text)) as Served;
  const [template, organization, names, pictures] = await Promise.all([
    templateOf(database, orgId, row),
    organizationName(database, orgId),
    namesOf(database, sight, namedIn(submission)),
    loadPictures(services, orgId, row.text),
  ]);
  return { organization, template, submission, names, pictures, now: clock.now() };
}

async function organizationName(database: Queryable, orgId: string): Promise<string> {
  const [row] = await database.rows(sql`select name from org where org_id = ${orgId}`);
  return row?.[0];
}

/** The ids of the people and vehicles that a submission names, wherever it does. */
function namedIn({ submittedBy, assignedTo, fields }: Served): { people: string[]; vehicles: string[] } {
  const { people, vehicles } = mentioned(fields);
  return {
    people: [submittedBy.id, assignedTo?.id ?? '', ...people].filter((id) => id !== ''),
    vehicles,
  };
}

/** The pictures of a submission, smaller and upright, one after the other; documents are passed over. */
async function loadPictures(services: Services, orgId: string, text: string): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const id of mediaIdsIn(text)) {
    const { contentType, stream } = await openMedia(services, orgId, id);
    if (!contentType.startsWith('image/')) {
      stream.destroy();
      continue;
    }
    const { data, info } = await smallerPicture(await buffer(stream), MOST_PIXELS, 80);
    pictures.set(id, { bytes: data, width: info.width, height: info.height });
  }
  return pictures;
}
