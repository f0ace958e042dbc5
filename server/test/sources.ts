import { readdir, readFile } from 'node:fs/promises';

const ROOT = new URL('../', import.meta.url);

/** A file of the product's source. */
export interface Source {
  /** From the server folder, such as `src/kernel/http/http.ts`. */
  path: string;
  text: string;
}

/** Every TypeScript and SQL file below src/, tests and their probes left out. */
export async function sources(extension: '.ts' | '.sql'): Promise<Source[]> {
  const files = await readdir(new URL('src/', ROOT), { recursive: true });
  const paths = files
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(extension) && !/\.(test|probe)\.ts$/.test(path))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(new URL(path, ROOT), 'utf8') })),
  );
}

/** `text` with its comments blanked out. Good enough for source that keeps `//` out of its strings and regexes. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`/\\])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));

/** The contents of every sql`…` template, templates inside its placeholders taken apart. */
export function sqlTemplates(text: string): { line: number; statement: string }[] {
  const found: { line: number; statement: string }[] = [];
  for (const match of text.matchAll(/\bsql`/g)) {
    const begin = match.index + match[0].length;
    found.push({
      line: text.slice(0, match.index).split('\n').length,
      statement: template(text, begin).text,
    });
  }
  return found;
}

/** Reads a template literal from just after its opening backtick; placeholders stay as `${…}` in the text. */
function template(text: string, begin: number): { text: string; end: number } {
  let read = '';
  for (let at = begin; at < text.length; at += 1) {
    if (text[at] === '`') return { text: read, end: at };
    if (text[at] === '$' && text[at + 1] === '{') {
      const end = placeholder(text, at + 2);
      read += `\${${text.slice(at + 2, end)}}`;
      at = end;
    } else read += text[at];
  }
  throw new Error('a template has no end');
}

/** The place of the brace that ends a placeholder which begins at `begin`. */
function placeholder(text: string, begin: number): number {
  for (let at = begin, depth = 0; at < text.length; at += 1) {
    if (text[at] === '`') at = template(text, at + 1).end;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && depth-- === 0) return at;
  }
  throw new Error('a placeholder has no end');
}
