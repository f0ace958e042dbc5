import { crew, queries } from '../api.ts';
import { unassign } from '../assign/send.ts';
import { toast, UNDO } from '../parts/toasts.tsx';
import type { Assignment } from './data.ts';

/** Moves the due date; undone by giving each the one that it had. */
export async function move(chosen: readonly Assignment[], dueAtTime: string, told: string): Promise<void> {
  const set = async (ids: readonly string[], to: string): Promise<void> => {
    for (let at = 0; at < ids.length; at += 100)
      await crew.assignments.update({ ids: ids.slice(at, at + 100), dueAtTime: to });
  };
  await set(
    chosen.map(({ id }) => id),
    dueAtTime,
  );
  await queries.invalidateQueries();
  toast(told, async () => {
    const before = Map.groupBy(chosen, ({ dueAtTime: was }) => was ?? '');
    for (const [was, all] of before)
      if (was)
        await set(
          all.map(({ id }) => id),
          was,
        );
    await queries.invalidateQueries();
  });
}

const waiting = new Set<string>();
const listeners = new Set<() => void>();
let hidden: readonly string[] = [];
const tell = (): void => {
  hidden = [...waiting];
  for (const each of listeners) each();
};

/** Those that are about to be deleted and are no longer shown. */
export const pending = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: (): readonly string[] => hidden,
};

/**
 * Deletes when the time to undo is over, since what is deleted does not come back with its progress; whoever closes the
 * page before that has deleted nothing.
 */
export function deleteLater(ids: readonly string[], told: string, failed: (error: unknown) => void): void {
  for (const id of ids) waiting.add(id);
  tell();
  const done = (): void => {
    for (const id of ids) waiting.delete(id);
    tell();
  };
  const timer = setTimeout(() => {
    unassign(ids).catch(failed).finally(done);
  }, UNDO);
  toast(told, () => {
    clearTimeout(timer);
    done();
  });
}
