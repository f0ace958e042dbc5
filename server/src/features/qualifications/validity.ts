import { type Sql, sql } from '../../kernel/database/database.ts';

/** `valid`, `expiring` within `days` from `at`, or `lapsed` by then. `expires` is null for what never expires. */
export const validity = (
  expires: Sql,
  at: Sql,
  days: number,
): Sql => sql`case when ${expires} < ${at} then 'lapsed'
  when ${expires} < ${at} + make_interval(days => ${days}) then 'expiring' else 'valid' end`;

/** Whole days from `at` until it expires, negative once it has; null for what never does. */
export const daysLeft = (expires: Sql, at: Sql): Sql =>
  sql`floor(extract(epoch from ${expires} - ${at}) / 86400)::bigint`;
