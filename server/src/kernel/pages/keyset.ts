import { empty, type Sql, sql } from '../database/database.ts';

/** What a list goes by: a key, its type, and the id that makes it whole. */
export interface Order {
  key: Sql;
  type: Sql;
  isDescending?: boolean;
}

/** The parts of a statement that reads one page in an order, by the UUID `id` where keys are the same. */
export interface Keyset {
  /** The two columns of a row's whole sort key, as text. */
  columns: Sql;
  /** ` and …` that a row comes after the last of the page before. */
  after: Sql;
  orderBy: Sql;
}

/** Reads on from `after`, the sort key of the last row of the page before; empty on the first page. */
export function keyset(
  { key, type, isDescending = false }: Order,
  id: Sql,
  after: readonly string[],
): Keyset {
  const [last, lastId] = after;
  const beyond = isDescending ? sql`<` : sql`>`;
  const way = isDescending ? sql`desc` : sql`asc`;
  return {
    columns: sql`(${key})::text, ${id}::text`,
    after:
      last === undefined ? empty : sql`and (${key}, ${id}) ${beyond} (${last}::${type}, ${lastId}::uuid)`,
    orderBy: sql`order by ${key} ${way}, ${id} ${way}`,
  };
}
