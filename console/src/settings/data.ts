import type { components } from '@crewready/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { crew } from '../api.ts';

export type Token = components['schemas']['ApiToken'];
export type Account = components['schemas']['Account'];
export const ROLES = ['administrator', 'manager', 'viewer', 'learner'] as const;
export type Role = (typeof ROLES)[number];

const PAGE = 100;

/** Tokens that are good, or were revoked, page after page. */
export function useTokens(isRevoked: boolean) {
  const found = useInfiniteQuery({
    queryKey: ['tokens', isRevoked],
    queryFn: async ({ signal, pageParam }) =>
      await crew.tokens.list({ limit: PAGE, isRevoked, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => (page.hasNextPage ? page.endCursor : undefined),
  });
  return { ...found, rows: found.data?.pages.flatMap(({ data }) => data) ?? [] };
}

/** The scopes that whoever is here can give a token. */
export const useScopes = () =>
  useQuery({
    queryKey: ['tokens', 'scopes'],
    queryFn: ({ signal }) => crew.tokens.listScopes({}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Who may sign in, page after page. */
export function useAccounts(role: string) {
  const found = useInfiniteQuery({
    queryKey: ['accounts', role],
    queryFn: async ({ signal, pageParam }) =>
      await crew.accounts.list(
        { limit: PAGE, ...(role && { role: role as Role }), ...(pageParam && { after: pageParam }) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.hasNextPage ? page.endCursor : undefined),
  });
  return { ...found, rows: found.data?.pages.flatMap(({ data }) => data) ?? [] };
}
