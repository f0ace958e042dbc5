import { useEffect, useState } from 'react';
import { useSession } from '../api.ts';

/** What was typed and is not yet saved: it is there after another page, a reload, and a lost session of the same person. */
export function useKept<T>(id: string) {
  const { data: session } = useSession();
  const place = `${id} ${session?.organization.id} ${session?.person.id}`;
  const [typed, setTyped] = useState<T | undefined>(() => {
    const kept = sessionStorage.getItem(place);
    return kept ? JSON.parse(kept) : undefined;
  });
  useEffect(() => {
    if (typed) sessionStorage.setItem(place, JSON.stringify(typed));
    else sessionStorage.removeItem(place);
  }, [place, typed]);
  return [typed, setTyped] as const;
}
