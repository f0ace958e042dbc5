import { useSession } from '../api.ts';

/** Whether whoever is signed in may do what needs a scope; the server has the last word. */
export function useMay(scope: string) {
  const { data: session } = useSession();
  const may = session?.scopes.includes(scope) ?? false;
  return {
    may,
    /** The same for what the whole organization has in common, which nobody who is limited to tags may change. */
    mayForAll: may && session?.tagIds === undefined,
  };
}
