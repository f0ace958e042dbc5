import type { Caller } from '../../../kernel/auth.ts';
import type { Services } from '../../../kernel/feature.ts';
import { newId, parseActor } from '../../../kernel/ids.ts';
import { write } from '../../../kernel/ledger/write.ts';
import type { FieldValue } from '../../fields/index.ts';
import { consequences, readFields, type Score, scoreOf, servedText } from '../../fields/index.ts';
import { keepMedia, withMedia } from '../../media/index.ts';
import type { Template } from '../templates/schema.ts';
import { formerly, refuseChanged, requireSubmission, templateOf } from './change.ts';
import { fieldList } from './create.ts';
import { openIssues } from './issues.ts';
import { requireMove, SUBMISSION_MOVES } from './moves.ts';
import { formSubmission } from './resource.ts';
import type { SubmitSubmission } from './schema.ts';
import { answersOf, updateSubmission } from './store.ts';

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
    before: answersOf(read),
    complete: true,
  });
  const { fields, score, issues } = outcome(template, answered.fields);
  const { to } = template.approvalConfig ? SUBMISSION_MOVES.submit : SUBMISSION_MOVES.complete;
  return withMedia(services, caller.orgId, answered.media, () =>
    write(database, caller, async (tx) => {
      const before = await requireSubmission(tx, tx, 'id', input.id);
      requireMove(before.id, before.status, to, template.approvalConfig !== undefined);
      refuseChanged(read, before);
      await keepMedia(tx, answered.media);
      const handedIn = { by: parseActor(tx.actor), fields, location: input.location, score };
      const after = await updateSubmission(tx, before.id, { status: to, handedIn });
      tx.changed(formSubmission, 'update', [{ ...after, about: formerly(before) }]);
      await openIssues(
        tx,
        issues.map(({ id, fieldId, label }) => ({ id, submissionId: after.id, fieldId, title: label })),
      );
      return `{"data":${await servedText(services, tx, tx.orgId, after.text, base)}}`;
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
