import type { Caller } from '../../../kernel/auth.ts';
import { empty, type Queryable, type Sql, sql } from '../../../kernel/database.ts';
import { ApiError, badRequest, invalid, notFound } from '../../../kernel/errors.ts';
import type { Services } from '../../../kernel/feature.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { parseTime } from '../../../kernel/time.ts';
import { checkExternalIds, firstProblem, mergeExternalIds, rolesOfUsers } from '../../directory/index.ts';
import { servedText } from '../../fields/index.ts';
import type { Template } from '../templates/schema.ts';
import { requireTemplate } from '../templates/service.ts';
import { findAssignee } from './create.ts';
import { requireMove } from './moves.ts';
import type { PatchSubmission } from './schema.ts';
import { findSubmissions, updateSubmission } from './store.ts';
import { type SubmissionRow, submissionChange } from './wire.ts';

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
  checkExternalIds([{ index: 0, ids: externalIds }], firstProblem);
  return write(database, caller, async (tx, stamp) => {
    const before = await requireSubmission(tx, caller, 'id', input.id);
    const moves = status !== undefined && status !== before.status;
    const given: (Sql | false | undefined)[] = [
      input.title !== undefined && sql`title = ${input.title},`,
      dueAt !== undefined && sql`due_at = ${dueAt},`,
      input.routeStopId !== undefined && sql`route_stop_id = ${input.routeStopId},`,
      input.isRequired !== undefined && sql`is_required = ${input.isRequired},`,
      assigned &&
        sql`assigned_type = ${assigned.type}, assigned_id = ${assigned.id}, assigned_at =
          case when assigned_id = ${assigned.id} then assigned_at else ${stamp.at}::timestamptz end,`,
      moves && sql`status = ${status},`,
      moves && decides && sql`approval_comment = ${comment},`,
    ];
    const changes = given.reduce<Sql>((all, next) => (next ? sql`${all} ${next}` : all), empty);
    if (changes === empty && Object.keys(externalIds).length === 0) return reply(before);
    if (before.status === 'archived')
      throw badRequest(`Form submission ${before.id} is archived and cannot be changed.`);
    if (moves) {
      const { approvalConfig } = await templateOf(tx, caller.orgId, before);
      requireMove(before.id, before.status, status, approvalConfig !== undefined);
      if (decides) await requireApprover(tx, caller, approvalConfig);
    }
    const after = await updateSubmission(tx, caller, before.id, changes, stamp.at);
    await mergeExternalIds(
      tx,
      caller.orgId,
      'formSubmission',
      [{ index: 0, entityId: before.id, ids: externalIds }],
      firstProblem,
    );
    stamp.record(submissionChange('update', after));
    return reply(after, tx);
  });

  async function reply(row: SubmissionRow, tx: Queryable = database): Promise<string> {
    return `{"data":${await servedText(services, tx, caller.orgId, row.document, base)}}`;
  }
}

/** @throws 404 for an id, or external id, of no submission that the caller may see. */
export async function requireSubmission(
  database: Queryable,
  caller: Pick<Caller, 'orgId' | 'tagIds'>,
  field: string,
  id: string,
): Promise<SubmissionRow> {
  const row = (await findSubmissions(database, caller, [id], false)).get(id);
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
async function requireApprover(
  tx: Queryable,
  caller: Caller,
  config: Template['approvalConfig'],
): Promise<void> {
  const roleIds = config?.singleApprovalConfig?.requirements.roleIds ?? [];
  if (roleIds.length === 0) return;
  const userId = caller.actor.split('-')[1] ?? '';
  const held = (await rolesOfUsers(tx, caller.orgId, [userId])).get(userId) ?? [];
  if (roleIds.some((id) => held.includes(id))) return;
  throw new ApiError(
    403,
    `Permission denied. ${caller.actor} has none of the roles that may approve: ${roleIds.join(', ')}.`,
  );
}

/** @throws 409 when a submission has changed since it was read. */
export function refuseChanged(read: SubmissionRow, now: SubmissionRow): void {
  if (read.updatedAt !== now.updatedAt)
    throw new ApiError(409, `Form submission ${now.id} was changed meanwhile. Read it and send again.`);
}
