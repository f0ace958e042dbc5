import { Crewready, StatusError } from '@crewready/client';
import { QueryClient, useQuery } from '@tanstack/react-query';

/** The server that the page came from; the browser sends its session. */
export const crew = new Crewready({ url: location.origin });

/** A reply that will not become another by asking again. */
const isFinal = (error: unknown): boolean => error instanceof StatusError && error.status < 500;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The client has tried again by then; this is for a network that comes back.
      retry: (count, error) => !isFinal(error) && count < 2,
      staleTime: 15_000,
      placeholderData: (before: unknown) => before,
    },
  },
});

/** Who is signed in; null for nobody. */
export const useSession = () =>
  useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) =>
      crew.session.get({}, { signal }).catch((error: unknown) => {
        if (error instanceof StatusError && error.status === 401) return null;
        throw error;
      }),
    staleTime: 60_000,
  });

export type Session = Awaited<ReturnType<typeof crew.session.get>>;

/** What went wrong in words, and the id of the request to quote. */
export function toldOf(error: unknown): { message: string; requestId: string | undefined } {
  if (error instanceof StatusError) return { message: error.message, requestId: error.requestId };
  return { message: error instanceof Error ? error.message : String(error), requestId: undefined };
}
