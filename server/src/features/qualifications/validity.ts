import { type Sql, sql } from '../../kernel/database/database.ts';

/**
 * `notYetValid` before it is issued, `valid`, `expiring` within `days` from `at`, or `lapsed` by then. `expires` is null
 * for what never expires.
 */
export const validity = (
  issued: Sql,
  expires: Sql,
  at: Sql,
  days: number,
): Sql => sql`case when ${issued} > ${at} then 'notYetValid' when ${expires} < ${at} then 'lapsed'
  when ${expires} < ${at} + make_interval(days => ${days}) then 'expiring' else 'valid' end`;

/** The order in which records speak for their owner: in force, else lapsed, the longest first; else the next to begin. */
export const standing = (issued: Sql, expires: Sql, at: Sql): Sql => sql`
  case when ${issued} > ${at} then 2 when ${expires} < ${at} then 1 else 0 end,
  case when ${issued} > ${at} then ${issued} end, ${expires} desc nulls first`;

/** Whole days from `at` until it expires, negative once it has; null for what never does. */
export const daysLeft = (expires: Sql, at: Sql): Sql =>
  sql`floor(extract(epoch from ${expires} - ${at}) / 86400)::bigint`;
