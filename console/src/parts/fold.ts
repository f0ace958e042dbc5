/** Text as it is searched: without case and accents. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Whether every word of what is looked for is in the text. */
export const matches = (text: string, wanted: string): boolean => {
  const inText = folded(text);
  return folded(wanted)
    .split(/\s+/)
    .every((word) => inText.includes(word));
};
