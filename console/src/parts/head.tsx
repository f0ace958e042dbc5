import { type ReactNode, useEffect } from 'react';

/** The head of a page: its name, what narrows it, and its actions. */
export function Head({ title, children }: { title: string; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Crewready`;
  }, [title]);
  return (
    <header className="head">
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </header>
  );
}
