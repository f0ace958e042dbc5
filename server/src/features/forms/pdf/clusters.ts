const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Latin, Cyrillic and East Asian text without marks: each unit is a cluster. */
const SIMPLE =
  /^[\n -~\u00a1-\u00ac\u00ae-\u024f\u0400-\u045f\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60]*$/;

/** The segmenter takes time by the square of a text's length. */
const MOST_UNITS = 500;

/** What a reader takes for one character each: a letter with its marks, an emoji of several. */
export function clustersOf(text: string): string[] {
  if (SIMPLE.test(text)) return text.split('');
  const clusters: string[] = [];
  for (let begin = 0; begin < text.length; ) {
    const part = text.slice(begin, begin + MOST_UNITS);
    const found = Array.from(segmenter.segment(part), ({ segment }) => segment);
    // The last one may go on.
    if (begin + MOST_UNITS < text.length && found.length > 1) found.pop();
    for (const cluster of found) {
      clusters.push(cluster);
      begin += cluster.length;
    }
  }
  return clusters;
}

/** Never seen by itself: joiners, selectors, directions, places to break. */
export const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;

const EMOJI = /\p{Emoji_Presentation}|\p{Emoji_Modifier}|\ufe0f|\u20e3/u;
export const isEmoji = (cluster: string): boolean => EMOJI.test(cluster);

/** The same in plainer characters: ㎅ as KB, ⅓ as 1/3. */
export const plainer = (text: string): string => text.normalize('NFKC').replaceAll('\u2044', '/');
