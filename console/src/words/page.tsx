import { type ComponentType, type LazyExoticComponent, lazy, useMemo } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import type { Areas } from './areas.ts';
import { spoken } from './words.tsx';

const WORDS = import.meta.glob<{ words: object }>('../*/words/*.ts');

/** A page that is loaded when it is first opened, together with the words of its area. */
export function page<P extends object>(
  area: keyof Areas,
  load: () => Promise<{ default: ComponentType<P> }>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    const [{ default: Page }, told] = await Promise.all([
      load(),
      WORDS[`../${area}/words/${spoken()}.ts`]?.(),
    ]);
    return {
      default: function PageWithWords(props: P) {
        const known = useMessages();
        const messages = useMemo(() => ({ ...known, [area]: told?.words }), [known]);
        return (
          <IntlProvider locale={useLocale()} messages={messages}>
            <Page {...props} />
          </IntlProvider>
        );
      },
    };
  });
}
