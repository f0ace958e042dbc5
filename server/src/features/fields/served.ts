import type { Sight } from '../../kernel/auth.ts';
import type { Queryable } from '../../kernel/database/database.ts';
import type { Services } from '../../kernel/feature.ts';
import { visibleEntities } from '../directory/index.ts';
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
  sight: Sight,
  stored: string,
  base: string,
): Promise<string> {
  const text = await withoutUnseen(database, sight, stored);
  // Most pages have none, and finding a word is many times faster than matching a pattern.
  if (!text.includes(MARK)) return text;
  const ids = mediaIdsIn(text);
  if (ids.length === 0) return text;
  const known = await describeMedia(services, database, sight.orgId, ids, base);
  return text.replace(STORED, (_stored, id: string) =>
    JSON.stringify(known.get(id) ?? { id, processingStatus: 'unknown' }),
  );
}

/** A person, and a vehicle, that an answer names, as they are stored. */
const PERSON = /,"polymorphicUserId":\{"id":"(\d+)","type":"(?:driver|user)"\}/g;
const VEHICLE = /("asset":\{"entryType":"tracked"),"id":"(\d+)"/g;

/** Stored text without the people and vehicles whom a token that is limited to tags may not see. */
export async function withoutUnseen(database: Queryable, sight: Sight, text: string): Promise<string> {
  if (!sight.tagIds) return text;
  const named = [
    ...[...text.matchAll(PERSON)].map((match) => match[1] as string),
    ...[...text.matchAll(VEHICLE)].map((match) => match[2] as string),
  ];
  if (named.length === 0) return text;
  const seen = await visibleEntities(database, sight, [...new Set(named)]);
  return text
    .replace(PERSON, (person, id: string) => (seen.has(id) ? person : ''))
    .replace(VEHICLE, (vehicle, asset: string, id: string) => (seen.has(id) ? vehicle : asset));
}

/** Stored fields as they are served, but for the state of their files and the links to them. */
export const servedFields = (fields: readonly FieldValue[]): unknown[] =>
  JSON.parse(JSON.stringify(fields), (_key, value) =>
    typeof value?.sha256 === 'string' ? { id: value.id } : value,
  );
