import { invalid } from '../../../kernel/errors.ts';
import { noteThrown, type Problems } from '../../../kernel/http/problems.ts';
import { parseTime } from '../../../kernel/time.ts';
import { checkCodes } from '../entities/codes.ts';
import { checkExternalIds } from '../external-ids/checks.ts';
import type { PersonDocument } from '../people/document.ts';
import type { UserFields } from './schema.ts';

/** One user to write: a known one has an id, a new one has a name and an email. */
export interface UserWrite {
  id?: string;
  fields: UserFields;
  /** Not on the wire of users: only an import sets it. */
  status?: PersonDocument['status'];
}

/** Reports what is wrong with the fields themselves; needs no database and so runs before the write. */
export function checkUsers(items: readonly UserWrite[], problems: Problems): void {
  for (const [index, { fields }] of items.entries()) {
    if (fields.email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(fields.email))
      problems.add(index, invalid('email', `"${fields.email.slice(0, 60)}" is not an email address.`));
    checkCodes(fields, ['email'], index, problems);
    noteThrown(problems, index, () => fields.expireAt && parseTime('expireAt', fields.expireAt));
    if ((fields.roles ?? []).filter(({ tagId }) => !tagId).length > 1)
      problems.add(index, invalid('roles', 'only one role may be without a tagId.'));
    checkExternalIds([{ index, ids: fields.externalIds ?? {} }], problems);
  }
}
