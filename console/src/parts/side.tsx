import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import './side.css';

interface Props {
  title: string;
  /** What the title is of, above it. */
  over?: string | undefined;
  close(): void;
  children: ReactNode;
}

/** What is opened, beside the list that it was opened from; its heading gets the focus, Escape closes it. */
export function Side({ title, over, close, children }: Props) {
  const t = useTranslations('parts');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside
      className="side"
      aria-labelledby="side"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header>
        <div>
          {over && <small>{over}</small>}
          <h2 id="side" ref={heading} tabIndex={-1}>
            {title}
          </h2>
        </div>
        <ActionIcon className="icon-button" aria-label={t('close')} onClick={close}>
          <IconX size={17} stroke={1.6} />
        </ActionIcon>
      </header>
      {children}
    </aside>
  );
}
