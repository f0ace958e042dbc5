import { columns, type Queryable, sql, table } from '../../../kernel/database/database.ts';
import type { Changed, Resource, Tx } from '../../../kernel/ledger/resource.ts';
import { Shape, type Static, Time, Type, UuidId } from '../../../kernel/schema.ts';
import { wireTime } from '../../../kernel/time.ts';

const IssueDocument = Shape('FormIssueDocument', {
  id: UuidId('Id of the issue.'),
  title: Type.String({ description: 'Label of the field whose answer opened it.' }),
  formSubmissionId: UuidId('The submission with that answer.'),
  fieldId: UuidId('The field.'),
  createdAtTime: Time('When it was opened.'),
});
type IssueDocument = Static<typeof IssueDocument>;

/** An issue to open. */
export interface NewIssue {
  id: string;
  submissionId: string;
  fieldId: string;
  title: string;
  /** Now unless given. */
  createdAt?: string;
}

const ISSUE = columns<{
  id: string;
  title: string;
  submissionId: string;
  fieldId: string;
  createdAt: string;
  assignedId: string | null;
  submittedId: string | null;
}>({
  id: sql`issue.id`,
  title: sql`issue.title`,
  submissionId: sql`issue.submission_id`,
  fieldId: sql`issue.field_id`,
  createdAt: sql`issue.created_at`,
  assignedId: sql`submission.assigned_id`,
  submittedId: sql`submission.submitted_id`,
});

/** With whom the submission concerns, whose answer it is. */
async function readIssues(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<Changed<IssueDocument>[]> {
  const rows = await database.rows(sql`
    select ${ISSUE.list} from form_issue issue
    join form_submission submission on submission.org_id = ${orgId} and submission.id = issue.submission_id
    where issue.org_id = ${orgId} and issue.id = any(${ids}::uuid[])`);
  return rows
    .map(ISSUE.read)
    .map(({ id, title, submissionId, fieldId, createdAt, assignedId, submittedId }) => ({
      id,
      document: { id, title, formSubmissionId: submissionId, fieldId, createdAtTime: wireTime(createdAt) },
      about: [assignedId, submittedId].flatMap((person) => person ?? []),
    }));
}

export const formIssue: Resource<IssueDocument> = {
  name: 'formIssue',
  scope: 'Read Form Submissions',
  id: 'uuid',
  document: IssueDocument,
  about: () => [],
  read: readIssues,
  present: (orgId) => sql`select id::text from form_issue where org_id = ${orgId}`,
};

/** Opens issues of submissions that are there. */
export async function openIssues(tx: Tx, issues: readonly NewIssue[]): Promise<void> {
  if (issues.length === 0) return;
  await tx.rows(sql`
    insert into form_issue (org_id, id, submission_id, field_id, title, created_at)
    select ${tx.orgId}::bigint, given.* from ${table('given', issues, {
      id: ['uuid', ({ id }) => id],
      submission_id: ['uuid', ({ submissionId }) => submissionId],
      field_id: ['uuid', ({ fieldId }) => fieldId],
      title: ['text', ({ title }) => title],
      created_at: ['timestamptz', ({ createdAt = tx.at }) => createdAt],
    })}`);
  const ids = issues.map(({ id }) => id);
  tx.changed(formIssue, 'create', await readIssues(tx, tx.orgId, ids));
}
