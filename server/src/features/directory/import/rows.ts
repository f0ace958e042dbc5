import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Queryable } from '../../../kernel/database/database.ts';
import { invalid, notFound } from '../../../kernel/errors.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import { sameAs } from '../../../kernel/http/problems.ts';
import { invalidBySchema } from '../../../kernel/http/validation.ts';
import { type TSchema, Type } from '../../../kernel/schema.ts';
import { idsByExternalId } from '../external-ids/find.ts';
import type { ExternalIdsInput } from '../external-ids/schema.ts';

/** What became of one row of an import, in the order of the rows. */
export interface Imported {
  id: string;
  outcome: 'created' | 'updated' | 'unchanged';
}

const ajv = addFormats.default(new Ajv({ strict: false, strictNumbers: true }));

/** A check of one row: the fields of an API body, none of them required, none unknown. */
export const rowSchema = (
  body: ReturnType<typeof Type.Object>,
  more: Record<string, TSchema> = {},
): ValidateFunction =>
  ajv.compile(Type.Partial(Type.Object({ ...body.properties, ...more }), { additionalProperties: false }));

/** The rows without their empty cells, which change nothing; notes the fields that are wrong. */
export function readRows<T extends object>(
  rows: readonly T[],
  validate: ValidateFunction,
  problems: Problems,
): T[] {
  return rows.map((row, index) => {
    const filled = Object.fromEntries(Object.entries(row).filter(([, value]) => !isEmpty(value)));
    if ('externalIds' in filled) {
      const given = Object.entries(filled.externalIds as object);
      filled.externalIds = Object.fromEntries(given.filter(([, value]) => !isEmpty(value)));
    }
    if (!validate(filled))
      problems.add(index, invalidBySchema((validate.errors ?? []).slice(0, 1) as never, 'row'));
    return filled as T;
  });
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What tells which object a row is about. */
export interface RowKeys {
  id?: string;
  externalIds: ExternalIdsInput;
  /** The object that its name finds. */
  named?: string;
}

/**
 * Matches each row with the object that it is about: the one of its id, or else the one that holds one of its
 * external ids, or else the one that its name finds. Notes ids that are not among `existing`, rows that mean two
 * objects, and rows that mean the same one.
 */
export async function matchRows(
  tx: Queryable,
  orgId: string,
  type: string,
  rows: readonly RowKeys[],
  problems: Problems,
  existing: ReadonlyMap<string, unknown> = new Map(),
): Promise<(string | undefined)[]> {
  const pairs = rows.map(({ externalIds }) =>
    Object.entries(externalIds).map(([key, value]) => ({ key, value: String(value ?? '') })),
  );
  const holders = await idsByExternalId(tx, orgId, type, pairs.flat());
  const first = new Map<string, number>();
  return rows.map(({ id: given, named }, index) => {
    if (given !== undefined && !existing.has(given))
      problems.add(index, notFound(`id: no ${type} ${given.slice(0, 40)}.`));
    const held = (pairs[index] ?? []).flatMap(({ key, value }) => holders.get(`${key}:${value}`) ?? []);
    const ids = [...new Set(held)];
    if (given === undefined && ids.length > 1)
      problems.add(index, invalid('externalIds', `they belong to more than one ${type}: ${ids.join(', ')}.`));
    const id = given ?? ids[0] ?? named;
    if (id === undefined) return undefined;
    const before = first.get(id);
    if (before !== undefined) problems.add(index, sameAs(type, before));
    else first.set(id, index);
    return id;
  });
}

/** Pairs what was written with whether it was there before. */
export const outcomes = (
  written: readonly { id: string }[],
  matched: readonly (string | undefined)[],
): Imported[] => written.map(({ id }, index) => ({ id, outcome: matched[index] ? 'updated' : 'created' }));
