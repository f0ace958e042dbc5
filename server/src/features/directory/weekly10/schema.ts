import { Shape, type Static, Type } from '../../../kernel/schema.ts';
import { ApiId, Nullable } from '../../../surfaces/weekly10.ts';

/** Source: the public article on the Training Record API names the object; its fields are our reading. */
export const DirectoryUser = Shape('DirectoryUser', {
  api_id: Type.String({ description: 'Id of the person, unique in the organization.' }),
  email: Type.String({ description: 'Email address; empty when there is none.' }),
  first_name: Type.String({ description: 'First name.' }),
  last_name: Type.String({ description: 'Last name; empty when there is none.' }),
  job_title: Type.String({ description: 'Job title; empty when there is none.' }),
  manager_api_id: Nullable(Type.String({ description: 'The person’s manager; null for none.' })),
  is_active: Type.Boolean({ description: 'Whether the person works now.' }),
});
export type DirectoryUser = Static<typeof DirectoryUser>;

const name = (description: string, options: object) =>
  Type.String({ maxLength: 127, description, ...options });
const firstName = name('First name, 1 to 127 characters.', { minLength: 1, pattern: '\\S' });
const email = { maxLength: 255, description: 'Email address, unique among users.' };
const rest = {
  api_id: Type.Optional(ApiId),
  last_name: Type.Optional(Nullable(name('Last name, at most 127 characters.', {}))),
  job_title: Type.Optional(
    Nullable(Type.String({ maxLength: 255, description: 'Job title, at most 255 characters.' })),
  ),
  manager_api_id: Type.Optional(
    Nullable(
      Type.String({
        maxLength: 511,
        description: 'The manager: an api_id, a directory id or an external id key:value; null for none.',
      }),
    ),
  ),
  is_active: Type.Optional(
    Type.Boolean({ description: 'Whether the person works now; true for a new one.' }),
  ),
};
const optionalEmail = Type.Optional(
  Nullable(Type.String({ ...email, description: `${email.description} A driver may have none.` })),
);

export const CreatePerson = Shape('CreateDirectoryUser', {
  email: Type.String({ minLength: 3, ...email }),
  first_name: firstName,
  ...rest,
});
export const ReplacePerson = Shape('ReplaceDirectoryUser', {
  email: optionalEmail,
  first_name: firstName,
  ...rest,
});
export const PatchPerson = Shape('PatchDirectoryUser', {
  email: optionalEmail,
  first_name: Type.Optional(firstName),
  ...rest,
});
export type PersonFields = Static<typeof PatchPerson>;
