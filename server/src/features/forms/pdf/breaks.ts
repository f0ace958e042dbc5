import LineBreaker from 'linebreak';
import { clustersOf } from './clusters.ts';

/** A paragraph from one place where a line may end by Unicode's rules to the next; spaces are at the end of words. */
export function wordsOf(paragraph: string): string[] {
  const words: string[] = [];
  const breaker = new LineBreaker(paragraph);
  let begin = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    words.push(paragraph.slice(begin, next.position));
    begin = next.position;
  }
  return words;
}

/** A word of more letters is not measured as a whole before it is known that it may fit into a line. */
const SHORT = 64;

/**
 * A word, or when it is wider than a line, pieces of whole clusters that are not, but for a cluster that is so by
 * itself. Where to cut is told by the widths of clusters, which come again; what is measured is about a line long, so
 * that a word of any length takes time in proportion to it.
 */
export function fitting(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (word.length <= SHORT && widthOf(word) <= width) return [word];
  const clusters = clustersOf(word);
  const pieces: string[] = [];
  for (let begin = 0; begin < clusters.length; ) {
    let end = begin;
    for (let room = width; end < clusters.length; end += 1) {
      room -= widthOf(clusters[end] as string);
      if (room < 0) break;
    }
    let piece = clusters.slice(begin, end).join('');
    // Letters that are joined may take more room than each by itself.
    while (end > begin + 1 && widthOf(piece) > width) {
      end -= Math.max(1, Math.floor((end - begin) * (1 - width / widthOf(piece))));
      piece = clusters.slice(begin, end).join('');
    }
    pieces.push(piece || (clusters[begin] as string));
    begin = Math.max(end, begin + 1);
  }
  return pieces;
}
