import { IconSearch } from '@tabler/icons-react';
import {
  createContext,
  type ReactNode,
  type RefObject,
  Suspense,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { page } from '../words/page.tsx';
import { COMMAND } from './command.ts';

const Palette = page('palette', () => import('../palette/palette.tsx'));
const Keys = page('palette', () => import('../palette/keys.tsx'));

/** Where `g` and a letter lead. */
const GO: Record<string, string> = {
  h: '/',
  m: '/matrix',
  t: '/training/assignments',
  p: '/directory/people',
};
/** Milliseconds between the two. */
const PAUSE = 1500;

/** What takes letters itself, or is open over the page. */
const TAKES = 'input, textarea, select, [contenteditable], [role=menu], [role=listbox], dialog';

const Opening = createContext<() => void>(() => {});

/** The keys of every page, and the palette that they and the fields below open. */
export function Jump({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const [opened, setOpened] = useState<'palette' | 'keys'>();
  const typed = useRef('');
  useEffect(() => {
    let wentAt = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      const isCommand = event.ctrlKey || event.metaKey;
      // What is typed in a dialog stays: nothing leads away from it.
      if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return;
      if (isCommand && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpened('palette');
      }
      if (isCommand || (event.target as Element).closest(TAKES)) return;
      const to = event.timeStamp - wentAt < PAUSE ? GO[event.key] : undefined;
      wentAt = event.key === 'g' ? event.timeStamp : 0;
      if (to) void navigate(to);
      if (event.key === '?') setOpened('keys');
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [navigate]);
  const close = (): void => setOpened(undefined);
  return (
    <Opening value={() => setOpened('palette')}>
      {children}
      <Suspense fallback={opened === 'palette' && <Ahead typed={typed} />}>
        {opened === 'palette' && <Palette close={close} ahead={typed} />}
        {opened === 'keys' && <Keys close={close} />}
      </Suspense>
    </Opening>
  );
}

/** Keeps what is typed until the palette is there. */
function Ahead({ typed }: { typed: RefObject<string> }) {
  // It lets go in the moment in which the palette takes over.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.length === 1) typed.current += event.key;
      else if (event.key === 'Backspace') typed.current = typed.current.slice(0, -1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, [typed]);
  return null;
}

/** Opens the palette: a field in the navigation, a sign in the head of a page on the phone. */
export function JumpField({ isSign = false }: { isSign?: boolean }) {
  const t = useTranslations('shell');
  const open = useContext(Opening);
  return (
    <button
      type="button"
      className={isSign ? 'icon-button jump-sign' : 'jump'}
      aria-label={isSign ? t('jump') : undefined}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={open}
    >
      <IconSearch size={isSign ? 20 : 14} stroke={1.8} aria-hidden />
      {!isSign && (
        <>
          <span>{t('jump')}</span>
          <kbd aria-hidden>{COMMAND === 'Ctrl' ? 'Ctrl K' : '⌘K'}</kbd>
        </>
      )}
    </button>
  );
}
