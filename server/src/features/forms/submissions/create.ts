import type { Caller, Sight } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { badRequest, invalid } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { isNumericId, newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { parseTime } from '../../../kernel/time.ts';
import { findPeople, type Person } from '../../directory/index.ts';
import { readFields } from '../../fields/index.ts';
import { requireTemplate } from '../templates/service.ts';
import { checkIds, mergeIds } from './external-ids.ts';
import { formSubmission } from './resource.ts';
import type { CreateSubmission } from './schema.ts';
import { insertSubmissions, type WrittenSubmission } from './store.ts';

/** Makes a submission that is to be filled in, with some answers perhaps. @returns the reply's text. */
export async function createSubmission(
  { database }: Pick<Services, 'database'>,
  caller: Caller,
  input: CreateSubmission,
): Promise<string> {
  const { formTemplate, externalIds = {} } = input;
  const template = await requireTemplate(
    database,
    caller.orgId,
    'formTemplate.id',
    formTemplate.id,
    formTemplate.revisionId,
  );
  const assigned = input.assignedTo && (await findAssignee(database, caller, input.assignedTo));
  if (!assigned && caller.tagIds)
    throw badRequest(
      'assignedTo is missing: this token is limited to tags, so someone in them must have it.',
    );
  const dueAt = input.dueAtTime === undefined ? undefined : parseTime('dueAtTime', input.dueAtTime);
  const { fields } = await readFields({ database }, caller, {
    definitions: template.fields,
    inputs: fieldList(input.fields),
    complete: false,
    withoutMedia: true,
  });
  checkIds(externalIds);
  return write(database, caller, async (tx) => {
    const id = newId();
    // First, so that they are in the document.
    await mergeIds(tx, id, externalIds);
    const [row] = (await insertSubmissions(tx, [
      {
        id,
        templateId: template.id,
        revisionId: template.revisionId,
        status: 'notStarted',
        title: input.title,
        isRequired: input.isRequired ?? assigned !== undefined,
        assigned,
        dueAt,
        routeStopId: input.routeStopId,
        fields: JSON.stringify(fields),
      },
    ])) as [WrittenSubmission];
    tx.changed(formSubmission, 'create', [row]);
    return `{"data":${row.text}}`;
  });
}

/** The body's `fields`, whatever it is. */
export function fieldList(fields: unknown): readonly unknown[] {
  if (fields === undefined) return [];
  if (!Array.isArray(fields)) throw invalid('fields', 'it must be a list.');
  if (fields.length > 1000) throw invalid('fields', 'it has more than 1000 values.');
  return fields;
}

/** Finds who a submission is for. @throws 404 for nobody, or somebody of the other kind. */
export async function findAssignee(
  database: Database,
  sight: Sight,
  { id, type }: { id: string; type: 'driver' | 'user' },
): Promise<Person> {
  const text = isNumericId(id) ? `${type}-${id}` : id;
  const [person] = await findPeople(database, sight, 'assignedTo.id', [text]);
  if (person?.type !== type)
    throw invalid('assignedTo.type', `${id.slice(0, 60)} is a ${person?.type}, not a ${type}.`);
  return person;
}
