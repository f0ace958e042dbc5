const HUES = 5;

/** Two letters of a name in a disc whose tint is always the same for it. */
export function Initials({ name }: { name: string }) {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => (word ? ([...word][0] as string) : ''))
    .join('')
    .toLocaleUpperCase();
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) as number)) % HUES, 7);
  return (
    <span className="initials" data-hue={hue} aria-hidden>
      {letters}
    </span>
  );
}
