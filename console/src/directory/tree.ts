import type { components } from '@crewready/client';

export type Tag = components['schemas']['Tag'];

export interface Branch {
  tag: Tag;
  depth: number;
}

/** Tags below their parents, in the order they have; those whose parent is not there are at the top. */
export function treeOf(tags: readonly Tag[]): Branch[] {
  const known = new Set(tags.map(({ id }) => id));
  const below = Map.groupBy(tags, ({ parentTagId }) =>
    parentTagId && known.has(parentTagId) ? parentTagId : '',
  );
  const branch = (parent: string, depth: number): Branch[] =>
    (below.get(parent) ?? []).flatMap((tag) => [{ tag, depth }, ...branch(tag.id, depth + 1)]);
  return branch('', 0);
}

/** The ids of a tag and all below it. */
export function withBelow(tags: readonly Tag[], id: string): Set<string> {
  const all = new Set([id]);
  for (const { tag } of treeOf(tags)) if (tag.parentTagId && all.has(tag.parentTagId)) all.add(tag.id);
  return all;
}

/** Those that match and all above them, so that each is where it belongs. */
export function narrowed(tags: readonly Tag[], isWanted: (tag: Tag) => boolean): Tag[] {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const kept = new Set<string>();
  for (const tag of tags.filter(isWanted))
    for (let at: Tag | undefined = tag; at && !kept.has(at.id); at = byId.get(at.parentTagId ?? ''))
      kept.add(at.id);
  return tags.filter(({ id }) => kept.has(id));
}
