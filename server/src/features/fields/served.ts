import type { Queryable } from '../../kernel/database/database.ts';
import type { Services } from '../../kernel/feature.ts';
import { describeMedia } from '../media/index.ts';
import type { FieldValue } from './types.ts';

/** What every stored file has. */
const MARK = '"sha256":"';
/** A file as it is stored. Text of clients cannot look like one: its quotes are escaped. */
const STORED = /\{"id":"([0-9a-f-]{36})","contentType":"[^"]*","size":\d+,"sha256":"[0-9a-f]{64}"\}/g;

/** The ids of the files in stored text. */
export const mediaIdsIn = (text: string): string[] =>
  [...text.matchAll(STORED)].map((match) => match[1] as string);

/** Stored text without its files, for what is measured by the rest. */
export const withoutFiles = (text: string): string => text.replace(STORED, '');

/**
 * Finished reply text from stored text of any length, a whole stream page too: of each file it tells the state and,
 * once it is processed, a URL below `base`. Inside a write, `database` is its transaction.
 */
export async function servedText(
  services: Services,
  database: Queryable,
  orgId: string,
  text: string,
  base: string,
): Promise<string> {
  // Most pages have none, and finding a word is many times faster than matching a pattern.
  if (!text.includes(MARK)) return text;
  const ids = mediaIdsIn(text);
  if (ids.length === 0) return text;
  const known = await describeMedia(services, database, orgId, ids, base);
  return text.replace(STORED, (_stored, id: string) =>
    JSON.stringify(known.get(id) ?? { id, processingStatus: 'unknown' }),
  );
}

/** Stored fields as they are served, but for the state of their files and the links to them. */
export const servedFields = (fields: readonly FieldValue[]): unknown[] =>
  JSON.parse(JSON.stringify(fields), (_key, value) =>
    typeof value?.sha256 === 'string' ? { id: value.id } : value,
  );
