import { sql } from '../../../kernel/database/database.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { Shape, type Static, Time, Type } from '../../../kernel/schema.ts';
import { type FieldValue, FormFieldDocument, servedFields } from '../../fields/index.ts';
import { PersonRef } from '../templates/schema.ts';
import { mentioned } from './document.ts';
import { Submission } from './schema.ts';
import { readDocuments } from './store.ts';

const { submittedAtTime: _at, submittedBy: _by, fields: _fields, ...asServed } = Submission.properties;

const SubmissionDocument = Shape('FormSubmissionDocument', {
  ...asServed,
  createdBy: { ...PersonRef, description: 'Who made it.' },
  submittedAtTime: Type.Optional(Time('When it was handed in.')),
  submittedBy: Type.Optional({ ...PersonRef, description: 'Who handed it in.' }),
  fields: Type.Array(Type.Unsafe<FieldValue>(FormFieldDocument), {
    description: 'The answered fields, in the order of the template.',
  }),
});
type SubmissionDocument = Static<typeof SubmissionDocument>;

/** Whom a submission concerns: those it is for and from, and whoever and whatever its answers name. */
function about({ assignedTo, submittedBy, fields }: SubmissionDocument): string[] {
  const { people, vehicles } = mentioned(fields);
  return [assignedTo, submittedBy].flatMap((person) => person?.id ?? []).concat(people, vehicles);
}

export const formSubmission: Resource<SubmissionDocument> = {
  name: 'formSubmission',
  scope: 'Read Form Submissions',
  id: 'uuid',
  externalIds: true,
  document: SubmissionDocument,
  about,
  read: readDocuments,
  present: (orgId) => sql`select id::text from form_submission where org_id = ${orgId}`,
  // With include=externalIds; files by their ids.
  served: ({ createdBy, ...document }) => ({
    ...document,
    submittedAtTime: document.submittedAtTime ?? document.createdAtTime,
    submittedBy: document.submittedBy ?? createdBy,
    fields: servedFields(document.fields),
  }),
};
