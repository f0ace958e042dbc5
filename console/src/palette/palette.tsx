import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { type Found, useFound } from './found.ts';
import './palette.css';

/** Milliseconds after the last letter until the server is asked. */
const PAUSE = 150;

/**
 * Finds by name whatever has a page, and what the page itself offers; arrows and Enter, or the pointer.
 *
 * @param ahead what was typed before it was there
 */
export default function Palette({ close, ahead }: { close(): void; ahead: RefObject<string> }) {
  const t = useTranslations('palette');
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), PAUSE);
  const { groups, isAsking } = useFound(typed.trim(), asked);
  const all = groups.flatMap(({ items }) => items);
  const [at, setAt] = useState(0);
  const active = all[Math.min(at, all.length - 1)];
  const id = useId();
  const idOf = ({ key }: Found): string => `${id}-${key}`;
  // Closed while it is still there, so that the browser gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current as HTMLDialogElement;
    element.showModal();
    setTyped(ahead.current);
    ahead.current = '';
    return () => element.close();
  }, [ahead]);
  useEffect(() => {
    if (active) document.getElementById(`${id}-${active.key}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);
  const take = ({ to, run }: Found): void => {
    close();
    if (to) void navigate(to);
    // What it opens would lose the focus to this dialog, as long as that is there.
    else setTimeout(() => run?.());
  };
  const step = (by: number): void =>
    setAt((Math.min(at, all.length - 1) + by + all.length) % Math.max(1, all.length));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes it; Escape does so for the keyboard
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('title')}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className="palette-field">
        <IconSearch size={17} stroke={1.6} aria-hidden />
        <input
          role="combobox"
          aria-label={t('title')}
          aria-expanded
          aria-controls={id}
          aria-activedescendant={active && idOf(active)}
          placeholder={t('find')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') step(1);
            else if (event.key === 'ArrowUp') step(-1);
            // Whoever types fast presses Enter before the answer is there: it takes what is found by then.
            else if (event.key === 'Enter' && active) take(active);
            else return;
            event.preventDefault();
          }}
        />
        <button type="button" className="palette-close" onClick={close}>
          {t('close')}
        </button>
      </div>
      <div className="palette-list" role="listbox" id={id} aria-label={t('found')}>
        {groups.map(({ name, items }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options
          <div key={name} role="group" aria-label={t(name)}>
            <p aria-hidden>{t(name)}</p>
            {items.map((item) => (
              // biome-ignore lint/a11y: the field above has the keys of a combobox
              <div
                key={item.key}
                id={idOf(item)}
                role="option"
                aria-selected={item === active}
                onPointerMove={() => setAt(all.indexOf(item))}
                onClick={() => take(item)}
              >
                <item.Icon size={17} stroke={1.6} aria-hidden />
                <strong>{item.label}</strong>
                <small>{item.told}</small>
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={all.length > 0 || isAsking ? 'hidden' : 'palette-none'} role="status">
        {!isAsking && (all.length > 0 ? t('count', { count: all.length }) : t('none'))}
      </p>
    </dialog>
  );
}
