import { invalid, notFound } from '../../../kernel/errors.ts';
import { type Problems, refuseRepeated } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { folded } from '../../../kernel/text.ts';
import { parseTime } from '../../../kernel/time.ts';
import { placeRows, recordSaved } from '../batch/rows.ts';
import { mergeExternalIds } from '../external-ids/merge.ts';
import type { PersonDocument } from '../people/document.ts';
import { newPerson, type PersonRow, readPeople, savePeople } from '../people/store.ts';
import { user } from '../resources.ts';
import { replaceTags } from '../tags/membership.ts';
import { requireTags } from '../tags/required.ts';
import type { UserWrite } from './checks.ts';
import { takenEmails } from './emails.ts';
import { replaceRoles, unknownRoles } from './held-roles.ts';

/** Adds or changes users inside a write; answers their documents, in the order given. */
export async function saveUsers(
  tx: Tx,
  items: readonly UserWrite[],
  problems: Problems,
): Promise<PersonDocument[]> {
  const given = items.flatMap(({ id }) => id ?? []);
  const known = await readPeople(tx, tx.orgId, 'user', given);
  const users = await placeRows(tx, 'user', items, known, merged, problems);
  const rows = users.map(({ row }) => row);
  await refuseTaken(tx, rows, problems);
  await requireRoles(tx, items, problems);
  problems.check();
  await savePeople(tx, rows);
  const sent = users.flatMap(({ fields: { roles }, entityId }) =>
    roles ? [{ userId: entityId, roles }] : [],
  );
  await replaceRoles(tx, sent);
  // A user is in the tags that a role of theirs is limited to: that is how a limited token sees them.
  const links = sent.map(({ userId, roles }) => ({
    entityId: userId,
    tagIds: roles.flatMap(({ tagId }) => tagId || []),
  }));
  await replaceTags(tx, 'user', links);
  const named = users.map(({ index, entityId, fields }) => ({
    index,
    entityId,
    ids: fields.externalIds ?? {},
  }));
  await mergeExternalIds(tx, 'user', named, problems);
  problems.check();
  return recordSaved(tx, user, users);
}

/** The row after the write: what was not sent stays. */
function merged(id: string, before: PersonRow | undefined, { fields, status }: UserWrite): PersonRow {
  const row = before ?? newPerson(id, 'user');
  const expireAt = fields.expireAt && parseTime('expireAt', fields.expireAt);
  return {
    ...row,
    name: fields.name ?? row.name,
    email: fields.email ?? row.email,
    status: status ?? row.status,
    expireAt: expireAt === undefined ? row.expireAt : expireAt || null,
    details: { ...row.details, ...(fields.authType ? { authType: fields.authType } : {}) },
  };
}

async function refuseTaken(tx: Tx, rows: readonly PersonRow[], problems: Problems): Promise<void> {
  const emails = rows.map(({ email }) => (email ? folded(email) : undefined));
  const taken = (email: string) => invalid('email', `"${email}" is taken.`);
  refuseRepeated(emails, problems, taken);
  const others = await takenEmails(tx, tx.orgId, rows);
  for (const [index, email] of emails.entries())
    if (email && others.has(email)) problems.add(index, taken(email));
}

async function requireRoles(tx: Tx, items: readonly UserWrite[], problems: Problems): Promise<void> {
  const wanted = items.flatMap(({ fields }) => (fields.roles ?? []).map(({ roleId }) => roleId));
  const unknown = new Set(await unknownRoles(tx, tx.orgId, [...new Set(wanted)]));
  const tags = items.map(({ fields }, index) => ({
    index,
    field: 'roles.tagId',
    ids: (fields.roles ?? []).flatMap(({ tagId }) => tagId || []),
  }));
  await requireTags(tx, tx, tags, problems);
  for (const [index, { id, fields }] of items.entries()) {
    const missing = (fields.roles ?? []).find(({ roleId }) => unknown.has(roleId));
    if (missing) problems.add(index, notFound(`roles.roleId: no role ${missing.roleId.slice(0, 100)}.`));
    const everywhere = (fields.roles ?? []).length === 0 || fields.roles?.some(({ tagId }) => !tagId);
    if (tx.tagIds && (!id || fields.roles) && everywhere)
      problems.add(index, invalid('roles', 'this token is limited to tags: every role needs one of them.'));
  }
}
