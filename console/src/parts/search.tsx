import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useAsked } from './asked.ts';

/** Finds by text, which stands in the address as `q`. What is typed stands here at once; the address may be late. */
export function Search({ label }: { label: string }) {
  const { of, ask } = useAsked();
  const asked = of('q');
  const [typed, setTyped] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  // Cleared, or led to, by something else than typing.
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(asked);
  }, [asked]);
  return (
    <TextInput
      ref={field}
      className="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} stroke={1.8} />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask({ q: event.currentTarget.value });
      }}
    />
  );
}
