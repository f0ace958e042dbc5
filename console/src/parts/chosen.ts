import { useLocation, useSearchParams } from 'react-router';

/** Ids that still fit into an address. */
const FIT = 30;

/** Something of the address that opens a dialog for some people, `?assign=1,2`; many are kept beside the address. */
export function useChosen(name: 'assign' | 'waive') {
  const [asked, setAsked] = useSearchParams();
  const { state } = useLocation();
  const said = asked.get(name);
  const kept = (state as { chosen?: string[] } | null)?.chosen ?? [];
  return {
    isOpen: said !== null,
    ids: said === 'chosen' ? kept : (said ?? '').split(',').filter((each) => /^\d+$/.test(each)),
    open: (ids: readonly string[] = []): void =>
      setAsked(
        (before) => {
          before.set(name, ids.length > FIT ? 'chosen' : ids.join(',') || 'new');
          return before;
        },
        { state: { chosen: ids } },
      ),
    close: (): void =>
      setAsked(
        (before) => {
          before.delete(name);
          return before;
        },
        { replace: true },
      ),
  };
}
