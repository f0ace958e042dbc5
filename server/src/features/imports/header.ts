import { basename } from 'node:path';
import { composed } from '../../kernel/text.ts';
import type { Column } from './columns.ts';
import { FileProblem } from './file-problem.ts';
import { KINDS, type Kind } from './kinds.ts';

/** A column of the file; undefined for one without a name, whose cells must be empty. */
export type Place = (Column & { key?: string; passedOver?: true }) | undefined;

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');
const EXTERNAL = /^external(?:[\s_-]?ids?)?\s*:\s*(.+)$/i;

/** What is in a file: the kind that was named, or the one that its header fits; its name decides a tie. Undefined when nothing tells. */
export function kindOf(path: string, header: readonly string[], named?: string): Kind | undefined {
  const wanted = KINDS.find(({ name }) => name === named);
  if (wanted) return wanted;
  const fit = (kind: Kind): number => header.filter((name) => find(kind, name)).length;
  const best = Math.max(...KINDS.map(fit));
  const fitting = KINDS.filter((kind) => fit(kind) === best);
  const [first, ...others] = fitting;
  if (first && others.length === 0) return first;
  const file = basename(path).toLowerCase();
  return fitting.find((kind) => best > 0 && file.includes(kind.name.slice(0, -1)));
}

/** The column of each cell. @throws when the header names one that is not known, or one twice. */
export function readHeader(kind: Kind, header: readonly string[]): Place[] {
  const places = header.map((name): Place => (name === '' ? undefined : find(kind, name)));
  if (header.some((name) => plain(name) === 'password'))
    throw new FileProblem('Passwords are not imported. Remove the column "password".');
  const unknown = header.filter((name, at) => name !== '' && !places[at]);
  if (unknown.length > 0) {
    const known = [...kind.columns.map(({ name }) => name), ...(kind.external ? ['external:KEY'] : [])];
    const which = `column${unknown.length > 1 ? 's' : ''} ${unknown.map((name) => `"${name.slice(0, 60)}"`).join(', ')}`;
    throw new FileProblem(`Unknown ${which} for ${kind.name}. Known: ${known.join(', ')}.`);
  }
  const seen = new Set<string>();
  for (const place of places) {
    if (place && seen.has(place.name)) throw new FileProblem(`The column "${place.name}" is there twice.`);
    if (place) seen.add(place.name);
  }
  return places;
}

function find(kind: Kind, name: string): Place {
  const key = kind.external ? EXTERNAL.exec(composed(name))?.[1]?.trim() : undefined;
  if (key) return { name: `external:${key}`, field: 'externalIds', code: true, key };
  const wanted = plain(name);
  const column = kind.columns.find(
    ({ name: own, exported = own }) => wanted === plain(own) || wanted === plain(exported),
  );
  if (column) return column;
  return kind.passedOver.some((label) => plain(label) === wanted)
    ? { name, field: '', passedOver: true }
    : undefined;
}
