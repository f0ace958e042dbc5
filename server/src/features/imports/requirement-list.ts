import { readable } from '../../kernel/http/input.ts';
import { repeatedField } from '../../kernel/http/measure.ts';
import { printable } from '../../kernel/text.ts';
import { FileProblem } from './file-problem.ts';
import type { Source } from './source.ts';

/** The requirements of a JSON file. @throws FileProblem */
export async function requirementsIn(source: Source): Promise<readonly unknown[]> {
  const file = source.name;
  const pieces: Buffer[] = [];
  for await (const piece of source.read()) pieces.push(piece);
  const text = decoded(file, Buffer.concat(pieces));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FileProblem(`${file} is not valid JSON: ${printable((error as Error).message.slice(0, 200))}.`);
  }
  if (!Array.isArray(value)) throw new FileProblem(`${file} must be a list of requirements: [{…}, {…}].`);
  const repeated = repeatedField(text);
  if (repeated !== undefined)
    throw new FileProblem(`${file}: an object has "${repeated.slice(0, 60)}" twice. Leave one of the two.`);
  return readable('the file', value) as unknown[];
}

function decoded(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem(`${file} is not UTF-8. Save it as UTF-8.`);
  }
}
