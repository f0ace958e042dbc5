import type { Facts, Subject, SubjectVersion, TagVersion } from './facts.ts';
import { inOrder, NEVER } from './moments.ts';
import type { Requirement, RuleRevision, Selector } from './rule.ts';
import { holdsAt, type Match, match, momentsOf } from './selector.ts';

/** Whether a requirement applies to a subject, from a moment on until the next one. */
export interface Applying {
  from: string;
  applies: boolean;
}

/**
 * When a requirement applied to a subject, applies, and will apply as far as time alone changes it. Neighbors differ
 * in whether it applies; the first one begins with whatever is first known.
 */
export function applying(requirement: Requirement, facts: Facts): Applying[] {
  const stretches: Applying[] = [];
  for (const from of boundaries(requirement, facts)) {
    const applies = isApplying(requirement, facts, from);
    if (stretches.at(-1)?.applies !== applies) stretches.push({ from, applies });
  }
  return stretches;
}

/** Whether it applies to a subject at a moment: what `appliesAt` says, without its words. */
function isApplying(requirement: Requirement, facts: Facts, at: string): boolean {
  if (requirement.archivedAt && requirement.archivedAt <= at) return false;
  const rule = revisionAt(requirement, at)?.rule;
  const subject = rule && subjectAt(facts.subject.versions, at);
  return rule !== undefined && subject?.isActive === true && holdsAt(rule.appliesTo, facts, subject, at);
}

/** Whether it applies to a subject at a moment, and the leaves that made it so. */
export function appliesAt(requirement: Requirement, facts: Facts, at: string): Match {
  const nobody = (text: string): Match => ({ holds: false, leaves: [{ holds: false, text }] });
  const revision = revisionAt(requirement, at);
  if (!revision) return nobody('was not published yet');
  if (requirement.archivedAt && requirement.archivedAt <= at) return nobody('the requirement is archived');
  const subject = subjectAt(facts.subject.versions, at);
  if (!subject) return nobody('is not there');
  if (!subject.isActive) return nobody('is deactivated');
  return match(revision.rule.appliesTo, facts, subject, at);
}

/** Every moment at which it may begin or cease to apply. */
function boundaries(requirement: Requirement, facts: Facts): string[] {
  const { versions } = facts.subject;
  const moments = versions.map(({ at }) => at);
  const subjects = versions.flatMap(({ subject }) => subject ?? []);
  for (const { at, rule } of requirement.revisions) {
    moments.push(at);
    for (const subject of subjects) moments.push(...momentsOf(rule.appliesTo, facts, subject));
  }
  if (requirement.archivedAt) moments.push(requirement.archivedAt);
  if (requirement.revisions.some(({ rule }) => asksTags(rule.appliesTo)))
    moments.push(...movesOf(facts.organization.tags, subjects));
  return inOrder(moments.filter((moment) => moment < NEVER));
}

function asksTags(selector: Selector): boolean {
  if ('all' in selector) return selector.all.some(asksTags);
  if ('any' in selector) return selector.any.some(asksTags);
  return 'not' in selector ? asksTags(selector.not) : 'tag' in selector;
}

/** When the tags that a subject was ever in, and those above them, moved. */
function movesOf(tags: ReadonlyMap<string, readonly TagVersion[]>, subjects: readonly Subject[]): string[] {
  const seen = new Set(subjects.flatMap(({ tagIds }) => tagIds));
  const moves: string[] = [];
  for (const id of seen)
    for (const { at, parentId } of tags.get(id) ?? []) {
      moves.push(at);
      if (parentId !== undefined) seen.add(parentId);
    }
  return moves;
}

export const revisionAt = (requirement: Requirement, at: string): RuleRevision | undefined =>
  requirement.revisions.findLast((revision) => revision.at <= at);

export const subjectAt = (versions: readonly SubjectVersion[], at: string): Subject | undefined =>
  versions.findLast((version) => version.at <= at)?.subject;
