import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { en } from './en.ts';

/** A catalog: every language has the same keys. */
export type Catalog = typeof en;

const OTHERS: Record<string, () => Promise<Catalog>> = {
  es: () => import('./es.ts').then(({ es }) => es),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
};

declare module 'use-intl' {
  interface AppConfig {
    Messages: Catalog;
  }
}

/** The words of the page in the first of the browser's languages that there is, English otherwise. */
export function Words({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<{ locale: string; messages: Catalog }>();
  useEffect(() => {
    const wanted =
      navigator.languages.find((each) => each.startsWith('en') || OTHERS[each.slice(0, 2)]) ?? 'en';
    const other = OTHERS[wanted.slice(0, 2)];
    void (other ? other() : Promise.resolve(en))
      .catch(() => en)
      .then((messages) => {
        document.documentElement.lang = wanted;
        setLanguage({ locale: wanted, messages });
      });
  }, []);
  if (!language) return null;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <IntlProvider {...language} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
