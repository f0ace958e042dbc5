import type { Caller, Sight } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database/database.ts';
import { ApiError, badRequest, denied, invalid, notFound } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { parseActor } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { parseTime } from '../../../kernel/time.ts';
import { rolesOfUsers } from '../../directory/index.ts';
import { servedText } from '../../fields/index.ts';
import type { Template } from '../templates/schema.ts';
import { requireTemplate } from '../templates/service.ts';
import { findAssignee } from './create.ts';
import { checkIds, mergeIds } from './external-ids.ts';
import { requireMove } from './moves.ts';
import { formSubmission } from './resource.ts';
import type { PatchSubmission } from './schema.ts';
import { findSubmissions, type SubmissionChange, type SubmissionRow, updateSubmission } from './store.ts';

/** Changes what is named, and moves the submission where its status allows. @returns the reply's text. */
export async function patchSubmission(
  services: Services,
  caller: Caller,
  input: PatchSubmission,
  base: string,
): Promise<string> {
  const { database } = services;
  const { status, approvalDetails, externalIds = {} } = input;
  const decides = status === 'approved' || status === 'changesRequested';
  const comment = approvalDetails?.comment?.trim() ? approvalDetails.comment : null;
  if (approvalDetails && !decides)
    throw invalid('approvalDetails', 'it goes with the status approved or changesRequested only.');
  if (status === 'changesRequested' && comment === null)
    throw badRequest('approvalDetails.comment is missing: say what is to be changed.');
  const assigned = input.assignedTo && (await findAssignee(database, caller, input.assignedTo));
  const dueAt = input.dueAtTime === undefined ? undefined : parseTime('dueAtTime', input.dueAtTime);
  checkIds(externalIds);
  return write(database, caller, async (tx) => {
    const before = await requireSubmission(tx, tx, 'id', input.id);
    const moves = status !== undefined && status !== before.status;
    const change: SubmissionChange = {
      title: input.title,
      dueAt,
      routeStopId: input.routeStopId,
      isRequired: input.isRequired,
      assigned: assigned && {
        type: assigned.type,
        id: assigned.id,
        ...(before.assignedId === assigned.id ? {} : { at: tx.at }),
      },
      status: moves ? status : undefined,
      approvalComment: moves && decides ? comment : undefined,
    };
    const isChange = Object.values(change).some((value) => value !== undefined);
    if (!isChange && Object.keys(externalIds).length === 0) return reply(before, tx);
    if (before.status === 'archived')
      throw badRequest(`Form submission ${before.id} is archived and cannot be changed.`);
    if (moves) {
      const { approvalConfig } = await templateOf(tx, tx.orgId, before);
      requireMove(before.id, before.status, status, approvalConfig !== undefined);
      if (decides) await requireApprover(tx, approvalConfig);
    }
    // First, so that they are in the document.
    await mergeIds(tx, before.id, externalIds);
    const after = await updateSubmission(tx, before.id, change);
    tx.changed(formSubmission, 'update', [{ ...after, about: formerly(before) }]);
    return reply(after, tx);
  });

  async function reply(row: SubmissionRow, tx: Tx): Promise<string> {
    return `{"data":${await servedText(services, tx, tx.orgId, row.text, base)}}`;
  }
}

/** Those whom a submission is for and from before a change: it concerns them too. */
export const formerly = ({ assignedId, submittedId }: SubmissionRow): string[] =>
  [assignedId, submittedId].flatMap((id) => id ?? []);

/** @throws 404 for an id, or external id, of no submission that the caller may see. */
export async function requireSubmission(
  database: Queryable,
  sight: Sight,
  field: string,
  id: string,
): Promise<SubmissionRow> {
  const row = (await findSubmissions(database, sight, [id], false)).get(id);
  if (!row) throw notFound(`${field}: no form submission ${id.slice(0, 100)}.`);
  return row;
}

/** The template at the revision that a submission keeps. */
export const templateOf = (
  database: Queryable,
  orgId: string,
  row: Pick<SubmissionRow, 'templateId' | 'revisionId'>,
): Promise<Template> => requireTemplate(database, orgId, 'formTemplate.id', row.templateId, row.revisionId);

/** @throws 403 unless whoever asks has one of the roles that the approval calls for. */
async function requireApprover(tx: Tx, config: Template['approvalConfig']): Promise<void> {
  const roleIds = config?.singleApprovalConfig?.requirements.roleIds ?? [];
  if (roleIds.length === 0) return;
  const { id: userId } = parseActor(tx.actor);
  const held = (await rolesOfUsers(tx, tx.orgId, [userId])).get(userId) ?? [];
  if (roleIds.some((id) => held.includes(id))) return;
  throw denied(`${tx.actor} has none of the roles that may approve: ${roleIds.join(', ')}.`);
}

/** @throws 409 when a submission has changed since it was read. */
export function refuseChanged(read: SubmissionRow, now: SubmissionRow): void {
  if (read.updatedAt !== now.updatedAt)
    throw new ApiError(409, `Form submission ${now.id} was changed meanwhile. Read it and send again.`);
}
