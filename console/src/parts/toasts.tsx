import { Button } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { toldOf } from '../api.ts';
import './toasts.css';

/** How long what was done can be undone, in milliseconds. */
export const UNDO = 10_000;

interface Toast {
  id: number;
  text: string;
  undo: (() => unknown) | undefined;
}

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Toast[]): void => {
  toasts = next;
  for (const tell of listeners) tell();
};
const remove = (id: number): void => set(toasts.filter((each) => each.id !== id));

/** Says for ten seconds what was done, with a way back where there is one. */
export function toast(text: string, undo?: () => unknown): void {
  last += 1;
  const id = last;
  set([...toasts.slice(-2), { id, text, undo }]);
  setTimeout(() => remove(id), UNDO);
}

async function undoIt({ id, undo }: Toast): Promise<void> {
  remove(id);
  try {
    await undo?.();
  } catch (error) {
    toast(toldOf(error).message);
  }
}

/** Whether keys belong to a field that has an undo of its own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Where toasts are read; Ctrl or ⌘ and Z undoes the last one. */
export function Toasts() {
  const t = useTranslations('parts');
  const shown = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => toasts,
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // The toasts of a dialog over the page have done it.
      if (event.defaultPrevented) return;
      if (event.key !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey) || isTyping(event.target))
        return;
      const latest = toasts.findLast(({ undo }) => undo);
      if (!latest) return;
      event.preventDefault();
      void undoIt(latest);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div className="toasts" role="status">
      {shown.map((each) => (
        <p key={each.id}>
          {each.text}
          {each.undo && (
            <Button className="quiet-button" size="compact-sm" onClick={() => undoIt(each)}>
              {t('undo')}
            </Button>
          )}
        </p>
      ))}
    </div>
  );
}
