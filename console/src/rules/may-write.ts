import { useSession } from '../api.ts';

/** Whether whoever is signed in may write requirements; the server has the last word. */
export function useMayWrite(): boolean {
  const { data: session } = useSession();
  return session?.role === 'administrator' || session?.role === 'manager';
}
