import type { Queryable } from '../../kernel/database.ts';
import type { Services } from '../../kernel/feature.ts';
import { describeMedia } from '../media/index.ts';

/** What every stored media record has. */
const MARK = '"processingStatus":"unknown"';
/** A media record as it is stored. Text of clients cannot look like one: its quotes are escaped. */
const STORED = /\{"id":"([0-9a-f-]{36})","processingStatus":"unknown"\}/g;

/**
 * Finished reply text from stored text of any length, a whole stream page too: each media record gets its state and,
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
  const ids = [...text.matchAll(STORED)].map((match) => match[1] as string);
  if (ids.length === 0) return text;
  const known = await describeMedia(services, database, orgId, ids, base);
  return text.replace(STORED, (stored, id: string) => {
    const media = known.get(id);
    return media ? JSON.stringify(media) : stored;
  });
}
