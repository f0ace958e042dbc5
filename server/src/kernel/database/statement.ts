import sql, { empty, join, raw, type Sql } from 'sql-template-tag';

export { empty, join, raw, type Sql, sql };

/** One row, its columns in order. Timestamps, bigints, numerics and uuids arrive as PostgreSQL's text, bytea as a Buffer. */
// biome-ignore lint/suspicious/noExplicitAny: a column is typed by the statement that names it
export type Row = any[];

/** ` and …` for each condition that applies; nothing when none does. */
export const and = (...conditions: readonly (Sql | false | undefined)[]): Sql => {
  const all = conditions.filter((condition): condition is Sql => Boolean(condition));
  return all.length > 0 ? sql` and ${join(all, ' and ')}` : empty;
};

/** A column of a batch: its type in PostgreSQL and its value for each item. Lists and JSON travel as text. */
export type BatchColumn<T> = readonly [type: string, value: (item: T, index: number) => unknown];

/**
 * Items as a table of a statement: `from ${table('given', items, { id: ['uuid', (item) => item.id], … })}` has a
 * row an item, its columns named as here. What is undefined is null.
 */
export function table<T>(name: string, items: readonly T[], of: Record<string, BatchColumn<T>>): Sql {
  const arrays = Object.values(of).map(
    ([type, value]) => sql`${items.map((item, index) => value(item, index) ?? null)}::${raw(type)}[]`,
  );
  return sql`unnest(${join(arrays)}) as ${raw(name)} (${raw(Object.keys(of).join(', '))})`;
}

const SEPARATOR = '\x1f';

/** Many texts as a text[]. Nothing is quoted, so neither side has to take quotes apart; no text may hold U+001F. */
export function texts(values: readonly string[]): Sql {
  if (values.some((value) => value.includes(SEPARATOR))) throw new Error('a text holds U+001F');
  return sql`string_to_array(${values.join(SEPARATOR)}, chr(31))`;
}

/** What a statement selects, and how to read a row of it by name: the names stand once, beside their columns. */
export function columns<T>(of: { readonly [K in keyof T]: Sql }): { list: Sql; read(row: Row): T } {
  const names = Object.keys(of) as (keyof T & string)[];
  return {
    list: join(names.map((name) => of[name])),
    read: (row) => {
      const read: Partial<T> = {};
      for (let index = 0; index < names.length; index += 1) read[names[index] as keyof T] = row[index];
      return read as T;
    },
  };
}
