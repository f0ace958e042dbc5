import { type Queryable, sql } from '../../../kernel/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Stamp } from '../../../kernel/ledger/write.ts';
import { noteThrown, type Problems, refuseRepeated } from '../../../kernel/problems.ts';
import { parseTime } from '../../../kernel/time.ts';
import { checkExternalIds, mergeExternalIds } from '../external-ids/merge.ts';
import { type PersonRow, readPeople, savePeople, takeIds } from '../people/store.ts';
import { recordServed } from '../record.ts';
import { replaceTags, requireTags, type Scope } from '../tags/links.ts';
import type { User, UserFields } from './schema.ts';
import { knownRoles, replaceRoles, selectUsers, takenEmails } from './store.ts';

/** One user to write: a known one has an id, a new one has a name and an email. */
export interface UserWrite {
  id?: string;
  fields: UserFields;
}

/** Reports what is wrong with the fields themselves; needs no database and so runs before the write. */
export function checkUsers(items: readonly UserWrite[], problems: Problems): void {
  for (const [index, { fields }] of items.entries()) {
    if (fields.email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(fields.email))
      problems.add(index, invalid('email', `"${fields.email.slice(0, 60)}" is not an email address.`));
    noteThrown(problems, index, () => fields.expireAt && parseTime('expireAt', fields.expireAt));
    if ((fields.roles ?? []).filter(({ tagId }) => !tagId).length > 1)
      problems.add(index, invalid('roles', 'only one role may be without a tagId.'));
    checkExternalIds([{ index, ids: fields.externalIds ?? {} }], problems);
  }
}

/** Adds or changes users inside a write; answers them as served, in the order given. */
export async function saveUsers(
  tx: Queryable,
  stamp: Stamp,
  scope: Scope,
  items: readonly UserWrite[],
  problems: Problems,
): Promise<User[]> {
  const { orgId } = scope;
  const known = await readPeople(
    tx,
    orgId,
    'user',
    items.flatMap(({ id }) => id ?? []),
  );
  const fresh = await takeIds(tx, items.filter(({ id }) => !id).length);
  const rows = items.map((item, index): PersonRow => {
    const before = item.id ? known.get(item.id) : undefined;
    if (item.id && !before) problems.add(index, notFound(`No user ${item.id}.`));
    return merged(item.id ?? (fresh.shift() as string), before, item.fields);
  });
  await refuseTaken(tx, orgId, rows, problems);
  await requireRoles(tx, scope, items, problems);
  problems.check();
  await savePeople(tx, orgId, stamp.at, rows);
  const sent = items.flatMap(({ fields: { roles } }, index) =>
    roles ? [{ userId: rows[index]?.id as string, roles }] : [],
  );
  await replaceRoles(tx, orgId, sent);
  // A user is in the tags that a role of theirs is limited to: that is how a limited token sees them.
  const links = sent.map(({ userId, roles }) => ({
    entityId: userId,
    tagIds: roles.flatMap(({ tagId }) => tagId || []),
  }));
  await replaceTags(tx, scope, 'user', links);
  const named = items.map(({ fields }, index) => ({
    index,
    entityId: rows[index]?.id as string,
    ids: fields.externalIds ?? {},
  }));
  await mergeExternalIds(tx, orgId, 'user', named, problems);
  problems.check();
  const changed = { ...served, ids: rows.map(({ id }) => id) };
  return recordServed(tx, stamp, orgId, changed, (index) => (items[index]?.id ? 'update' : 'create'));
}

const served = { resource: 'user', column: sql`person.id`, select: selectUsers };

/** The row after the write: what was not sent stays. */
function merged(id: string, before: PersonRow | undefined, fields: UserFields): PersonRow {
  const expireAt = fields.expireAt && parseTime('expireAt', fields.expireAt);
  return {
    id,
    type: 'user',
    name: fields.name ?? before?.name ?? '',
    username: null,
    email: fields.email ?? before?.email ?? null,
    status: before?.status ?? 'active',
    licenseNumber: null,
    licenseState: null,
    peerGroupTagId: null,
    trailerGroupTagId: null,
    vehicleGroupTagId: null,
    expireAt: expireAt === undefined ? (before?.expireAt ?? null) : expireAt || null,
    details: { ...before?.details, ...(fields.authType ? { authType: fields.authType } : {}) },
  };
}

async function refuseTaken(
  tx: Queryable,
  orgId: string,
  rows: PersonRow[],
  problems: Problems,
): Promise<void> {
  const emails = rows.map(({ email }) => email?.toLowerCase());
  const taken = (email: string) => invalid('email', `"${email}" is taken.`);
  refuseRepeated(emails, problems, taken);
  const others = await takenEmails(tx, orgId, rows);
  for (const [index, email] of emails.entries())
    if (email && others.has(email)) problems.add(index, taken(email));
}

async function requireRoles(
  tx: Queryable,
  scope: Scope,
  items: readonly UserWrite[],
  problems: Problems,
): Promise<void> {
  const wanted = items.flatMap(({ fields }) => (fields.roles ?? []).map(({ roleId }) => roleId));
  const known = await knownRoles(tx, scope.orgId, [...new Set(wanted)]);
  const tags = items.map(({ fields }, index) => ({
    index,
    field: 'roles.tagId',
    ids: (fields.roles ?? []).flatMap(({ tagId }) => tagId || []),
  }));
  await requireTags(tx, scope, tags, problems);
  for (const [index, { id, fields }] of items.entries()) {
    const missing = (fields.roles ?? []).find(({ roleId }) => !known.has(roleId));
    if (missing) problems.add(index, notFound(`roles.roleId: no role ${missing.roleId.slice(0, 100)}.`));
    const everywhere = (fields.roles ?? []).length === 0 || fields.roles?.some(({ tagId }) => !tagId);
    if (scope.tagIds && (!id || fields.roles) && everywhere)
      problems.add(index, invalid('roles', 'this token is limited to tags: every role needs one of them.'));
  }
}

/** Deletes a user. The row stays, so that what names the user still can be read; the email is free again. */
export async function removeUser(tx: Queryable, stamp: Stamp, orgId: string, user: User): Promise<void> {
  await tx.rows(sql`
    with roles as (delete from user_role_assignment where org_id = ${orgId} and user_id = ${user.id}),
      tags as (delete from tag_member where org_id = ${orgId} and entity_id = ${user.id}),
      names as (delete from external_id
        where org_id = ${orgId} and entity_type = 'user' and entity_id = ${user.id}::bigint::text)
    update person set deleted_at = ${stamp.at}, updated_at = ${stamp.at}
    where org_id = ${orgId} and id = ${user.id}`);
  stamp.record({ resource: 'user', id: user.id, operation: 'delete', document: JSON.stringify(user) });
}
