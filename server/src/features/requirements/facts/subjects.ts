import type { Queryable } from '../../../kernel/database/database.ts';
import { versionsOf } from '../../../kernel/ledger/versions.ts';
import { driver, type PersonDocument, user, vehicle } from '../../directory/index.ts';
import type { Subject, SubjectVersion } from '../rules/facts.ts';

/** What subjects are and were, by id, from the ledger: never empty. */
export async function subjectVersions(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
  seq?: string,
): Promise<Map<string, { type: Subject['type']; versions: SubjectVersion[] }>> {
  const found = new Map<string, { type: Subject['type']; versions: SubjectVersion[]; last: string }>();
  const resources = [driver.name, user.name, vehicle.name];
  for (const { resource, id, at, document } of await versionsOf(database, orgId, resources, ids, seq)) {
    const subject = document === undefined ? undefined : subjectOf(resource as Subject['type'], document);
    const text = JSON.stringify(subject) ?? '';
    const known = found.get(id);
    // What no rule can ask makes no version.
    if (known?.last === text) continue;
    const version = subject ? { at, subject } : { at };
    if (known) {
      known.versions.push(version);
      known.last = text;
    } else if (subject) found.set(id, { type: resource as Subject['type'], versions: [version], last: text });
  }
  return found;
}

/** What of a document rules can ask; nothing of the user that a token acts as, who is nobody. */
function subjectOf(type: Subject['type'], text: string): Subject | undefined {
  const document: Pick<PersonDocument, 'tagIds' | 'attributes'> & Partial<PersonDocument> = JSON.parse(text);
  if (document.serviceAccount) return undefined;
  return {
    type,
    isActive: document.status !== 'deactivated',
    ...(document.timezone ? { timeZone: document.timezone } : {}),
    tagIds: document.tagIds,
    attributes: document.attributes.map(({ id, values }) => ({
      id,
      values: values.map(({ value }) => value),
    })),
    roleIds: (document.roles ?? []).map(({ roleId }) => roleId),
  };
}
