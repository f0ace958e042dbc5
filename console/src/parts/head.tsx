import { type ReactNode, useEffect, useRef } from 'react';

/** Whether a page was shown before: the first one leaves the focus where the browser has it. */
let isLater = false;

/** The head of a page: its name, what narrows it, and its actions. */
export function Head({ title, children }: { title: string; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Crewready`;
  }, [title]);
  const heading = useRef<HTMLHeadingElement>(null);
  // A new page is announced by its heading; what opens beside a page is none.
  useEffect(() => {
    if (isLater) heading.current?.focus();
    isLater = true;
  }, []);
  return (
    <header className="head">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </header>
  );
}
