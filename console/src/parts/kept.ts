import { useEffect, useState } from 'react';
import { useSession } from '../api.ts';
import type { Content } from './rule.ts';

/** What was typed and is not yet saved: it is there after another page, a reload, and a lost session of the same person. */
export function useKept(id: string) {
  const { data: session } = useSession();
  const place = `rules ${session?.organization.id} ${session?.person.id} ${id}`;
  const [typed, setTyped] = useState<Content | undefined>(() => {
    const kept = sessionStorage.getItem(place);
    return kept ? JSON.parse(kept) : undefined;
  });
  useEffect(() => {
    if (typed) sessionStorage.setItem(place, JSON.stringify(typed));
    else sessionStorage.removeItem(place);
  }, [place, typed]);
  return [typed, setTyped] as const;
}
