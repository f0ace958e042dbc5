import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import './dialog.css';
import { Toasts } from './toasts.tsx';

/** A dialog over the page; the browser keeps the focus in it and gives it back, Escape closes it. */
export function Dialog({ title, close, children }: { title: string; close(): void; children: ReactNode }) {
  const t = useTranslations('parts');
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current as HTMLDialogElement;
    element.showModal();
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <ActionIcon className="icon-button" aria-label={t('close')} onClick={close}>
          <IconX size={17} stroke={1.6} />
        </ActionIcon>
      </header>
      {children}
      <Toasts />
    </dialog>
  );
}
