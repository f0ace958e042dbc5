import type { Caller } from '../../../kernel/auth.ts';
import { sql } from '../../../kernel/database.ts';
import type { Services } from '../../../kernel/feature.ts';
import { newId } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import type { FieldValue } from '../../fields/index.ts';
import { consequences, readFields, type Score, scoreOf, servedText } from '../../fields/index.ts';
import { keepMedia, withMedia } from '../../media/index.ts';
import type { Template } from '../templates/schema.ts';
import { refuseChanged, requireSubmission, templateOf } from './change.ts';
import { fieldList } from './create.ts';
import { requireMove } from './moves.ts';
import type { SubmitSubmission } from './schema.ts';
import { updateSubmission } from './store.ts';
import { submissionChange } from './wire.ts';

/**
 * Hands in a submission: takes its answers, scores them, and completes it or lays it before an approver.
 * @returns the reply's text.
 */
export async function submitSubmission(
  services: Services,
  caller: Caller,
  input: SubmitSubmission,
  base: string,
): Promise<string> {
  const { database } = services;
  const read = await requireSubmission(database, caller, 'id', input.id);
  const template = await templateOf(database, caller.orgId, read);
  const answered = await readFields(services, caller, {
    definitions: template.fields,
    sections: template.sections,
    inputs: fieldList(input.fields),
    before: read.fields,
    complete: true,
  });
  const { fields, score, issues } = outcome(template, answered.fields);
  const to = template.approvalConfig ? 'needsReview' : 'completed';
  const [type, id] = caller.actor.split('-');
  return withMedia(services, caller.orgId, answered.media, () =>
    write(database, caller, async (tx, stamp) => {
      const before = await requireSubmission(tx, caller, 'id', input.id);
      requireMove(before.id, before.status, to, template.approvalConfig !== undefined);
      refuseChanged(read, before);
      await keepMedia(tx, caller.orgId, answered.media, stamp);
      const changes = sql`status = ${to}, fields = ${JSON.stringify(fields)}, submitted_at = ${stamp.at},
        submitted_type = ${type}, submitted_id = ${id}, latitude = ${input.location?.latitude ?? null},
        longitude = ${input.location?.longitude ?? null}, score_points = ${score?.scorePoints ?? null},
        score_max = ${score?.maxPoints ?? null},`;
      const after = await updateSubmission(tx, caller, before.id, changes, stamp.at);
      stamp.record(submissionChange('update', after));
      for (const issue of issues) {
        const document = {
          id: issue.id,
          title: issue.label,
          formSubmissionId: after.id,
          fieldId: issue.fieldId,
        };
        stamp.record({
          resource: 'formIssue',
          id: issue.id,
          operation: 'create',
          document: JSON.stringify(document),
        });
      }
      return `{"data":${await servedText(services, tx, caller.orgId, after.document, base)}}`;
    }),
  );
}

/** What handing in brings about: the score, and an issue for each answer that calls for one and has none yet. */
export function outcome(
  template: Pick<Template, 'sections' | 'fields'>,
  answers: readonly FieldValue[],
): {
  fields: FieldValue[];
  score: Score | undefined;
  issues: { id: string; fieldId: string; label: string }[];
} {
  const values = new Map(answers.map((value) => [value.id, value]));
  const { asked, required } = consequences(template.fields, template.sections, values);
  const issues: { id: string; fieldId: string; label: string }[] = [];
  const fields = answers.map((value) => {
    if (!required.createIssue.has(value.id) || value.issue) return value;
    const issue = { id: newId(), fieldId: value.id, label: value.label };
    issues.push(issue);
    return { ...value, issue: { id: issue.id } };
  });
  return { fields, score: scoreOf(template.fields, asked, values), issues };
}
