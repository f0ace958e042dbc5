import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { JumpField } from '../shell/jump.tsx';

/** The head of a page: its name, what narrows it, and its actions. */
export function Head({ title, children }: { title: string; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Crewready`;
  }, [title]);
  const heading = useRef<HTMLHeadingElement>(null);
  // The address that the browser came with leaves the focus where the browser has it.
  const isFirst = useLocation().key === 'default';
  // A new page is announced by its heading; what opens beside a page is none.
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
  }, [isFirst]);
  return (
    <header className="head">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
      <JumpField isSign />
    </header>
  );
}
