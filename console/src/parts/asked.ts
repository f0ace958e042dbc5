import { useSearchParams } from 'react-router';

/** What a page is asked for in its address, and a way to ask for something else. */
export function useAsked() {
  const [asked, setAsked] = useSearchParams();
  const ask = (change: Record<string, string>, isNewPlace = false): void =>
    setAsked(
      (before) => {
        for (const [name, value] of Object.entries(change)) {
          if (value) before.set(name, value);
          else before.delete(name);
        }
        return before;
      },
      { replace: !isNewPlace },
    );
  return { of: (name: string): string => asked.get(name) ?? '', ask, asked };
}
