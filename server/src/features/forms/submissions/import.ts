import type { Tx } from '../../../kernel/ledger/resource.ts';
import type { FieldValue } from '../../fields/index.ts';
import { openIssues } from './issues.ts';
import { formSubmission } from './resource.ts';
import { insertSubmissions, type NewSubmission } from './store.ts';

/**
 * Adds submissions with their past in one statement. They keep when they were made, assigned and handed in; the time
 * of their last change is this write's, so that streams show them. The issues that their answers name are opened.
 *
 * @returns how many were added.
 */
export async function importSubmissions(tx: Tx, items: readonly NewSubmission[]): Promise<number> {
  const rows = await insertSubmissions(tx, items);
  tx.changed(formSubmission, 'create', rows);
  await openIssues(
    tx,
    items.flatMap(({ id: submissionId, submittedAt: createdAt, fields }) =>
      (JSON.parse(fields) as FieldValue[]).flatMap(({ id: fieldId, label: title, issue }) =>
        issue ? [{ id: issue.id, submissionId, fieldId, title, createdAt }] : [],
      ),
    ),
  );
  return rows.length;
}
