import { invalid } from '../../../kernel/errors.ts';
import { isNumericId, isUuid } from '../../../kernel/ids.ts';

// Reads parts of a rule as they were sent, each with the place to name when it is wrong.

export type Given = Record<string, unknown>;

const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with no fields but `known`. */
export function objectAt(path: string, value: unknown, known: readonly string[]): Given {
  if (!isObject(value)) throw invalid(path, `it must be an object with ${known.join(', ')}.`);
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  if (stranger !== undefined)
    throw invalid(`${path}.${stranger.slice(0, 60)}`, `it is none of ${known.join(', ')}.`);
  return value;
}

/** The one key of an object that has to have one of `known`, and its value. */
export function choiceAt<K extends string>(
  path: string,
  value: unknown,
  known: readonly K[],
): [key: K, value: unknown] {
  const one = `use exactly one of ${known.join(', ')}.`;
  if (!isObject(value)) throw invalid(path, one);
  const keys = Object.keys(value);
  if (keys.length !== 1) throw invalid(path, one);
  const [key] = keys as [K];
  if (!known.includes(key)) throw invalid(`${path}.${key.slice(0, 60)}`, one);
  return [key, value[key]];
}

export function listAt(path: string, value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0)
    throw invalid(path, 'it must be a list with at least one entry.');
  if (value.length > most) throw invalid(path, `it has ${value.length} entries; use at most ${most}.`);
  return value;
}

export function textAt(path: string, value: unknown, most = 255): string {
  if (typeof value !== 'string' || value.trim() === '') throw invalid(path, 'it must be a text.');
  if (value.length > most) throw invalid(path, `it has ${value.length} characters; use at most ${most}.`);
  return value;
}

export function wholeAt(path: string, value: unknown, least: number, most: number): number {
  if (!Number.isInteger(value) || (value as number) < least || (value as number) > most)
    throw invalid(path, `it must be a whole number from ${least} to ${most}.`);
  return value as number;
}

export function numberAt(path: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number' || !(value >= least && value <= most))
    throw invalid(path, `it must be a number from ${least} to ${most}.`);
  return value;
}

export function booleanAt(path: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalid(path, 'it must be true or false.');
  return value;
}

export function wordAt<const W extends string>(path: string, value: unknown, words: readonly W[]): W {
  if (!words.includes(value as W)) throw invalid(path, `use one of ${words.join(', ')}.`);
  return value as W;
}

export function dayAt(path: string, value: unknown): string {
  const isDay =
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);
  if (!isDay) throw invalid(path, 'it must be a day such as 2026-11-21.');
  return value as string;
}

export function uuidAt(path: string, value: unknown): string {
  if (typeof value !== 'string' || !isUuid(value)) throw invalid(path, `"${shown(value)}" is not a UUID.`);
  return value.toLowerCase();
}

export function numericIdAt(path: string, value: unknown): string {
  if (typeof value !== 'string' || !isNumericId(value))
    throw invalid(path, `"${shown(value)}" is not an id such as "281474976710657".`);
  return value;
}

const shown = (value: unknown): string => String(value).slice(0, 60);
