import { CellProblem } from './cell-problem.ts';
import type { Names } from './names.ts';

/** What reading a cell may need, and where it leaves the names of tags that are to be made. */
export interface CellContext {
  names: Names;
  newTags: string[];
}

/** A column that a file may have. */
export interface Column {
  /** As it is documented; capitals, spaces, hyphens and underscores do not matter. */
  name: string;
  /** The field of the row that it fills. */
  field: string;
  /** What a report that is exported calls it. */
  exported?: string;
  /** Holds digits that are no number: a spreadsheet must not have turned them into one. */
  code?: true;
  /** The kind of people that have it; absent for all. */
  only?: 'driver' | 'user';
  /** Turns text into the field's value; absent for plain text. */
  read?: (text: string, context: CellContext) => unknown;
}

/** The value of a cell. @throws CellProblem */
export function readCell(column: Column, text: string, context: CellContext): unknown {
  if (text.includes('\0')) throw new CellProblem('it contains a NUL byte. Remove it.');
  return column.read ? column.read(text, context) : text;
}

/** The parts of a cell that holds several values. */
export const listed = (text: string): string[] =>
  text.split(';').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

/** A word of a fixed set, whose capitals do not matter. */
export const word = (text: string): string => text.toLowerCase();

/** A whole number. */
export function whole(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new CellProblem('give a whole number in digits, such as 20.');
  return Number(text);
}

/** Tags by name or id; those that are to be made are noted. */
export const tags = (text: string, { names, newTags }: CellContext): string[] =>
  listed(text).flatMap((name) => {
    const id = names.tag(name);
    if (id === undefined) newTags.push(name);
    return id ?? [];
  });

/** Roles as `Role` or `Role@Tag`. */
export const roles = (text: string, { names }: CellContext): { roleId: string; tagId?: string }[] =>
  listed(text).map((part) => {
    const [, role = part, tag] = /^(.*?)\s*@\s*(.*)$/.exec(part) ?? [];
    if (tag === undefined) return { roleId: names.role(role) };
    const tagId = names.tag(tag);
    if (tagId === undefined) throw new CellProblem(`there is no tag "${tag}" yet. Make it first.`);
    return { roleId: names.role(role), tagId };
  });

/** Courses' labels as `speeding` or `safety:speeding`. */
export const labels = (text: string): { name: string; type: string }[] =>
  listed(text).map((part) => {
    const [, name = 'safety', type = part] = /^([^:]*):(.*)$/.exec(part) ?? [];
    return { name: name.trim(), type: type.trim() };
  });
