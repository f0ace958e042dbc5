import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import type { Areas } from './areas.ts';
import { en } from './en.ts';

/** A catalog: every language has the same keys. */
export type Catalog = typeof en;

const OTHERS: Record<string, () => Promise<Catalog>> = {
  es: () => import('./es.ts').then(({ es }) => es),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
};

declare module 'use-intl' {
  interface AppConfig {
    Messages: Catalog & Areas;
  }
}

let language = 'en';

/** The language that the page speaks, as its catalogs are named. */
export const spoken = (): string => language;

/** The words of the page in the first of the browser's languages that there is, English otherwise. */
export function Words({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<{ locale: string; messages: Catalog & Areas }>();
  useEffect(() => {
    const wanted =
      navigator.languages.find((each) => each.startsWith('en') || OTHERS[each.slice(0, 2)]) ?? 'en';
    const other = OTHERS[wanted.slice(0, 2)];
    void (other ? other() : Promise.resolve(en))
      .catch(() => en)
      .then((messages) => {
        document.documentElement.lang = wanted;
        language = messages === en ? 'en' : wanted.slice(0, 2);
        // Those of an area are there where its pages are.
        setTold({ locale: wanted, messages: messages as Catalog & Areas });
      });
  }, []);
  if (!told) return null;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <IntlProvider {...told} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
