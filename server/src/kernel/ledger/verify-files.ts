import { createHash } from 'node:crypto';
import { type Blobs, blobKey } from '../blobs/blobs.ts';
import { type Database, sql } from '../database/database.ts';
import { ApiError } from '../errors.ts';

/** Documents held in memory at a time. */
const PAGE = 100;
/** Files read side by side: a store far away answers late, and each holds only a piece in memory. */
const AT_ONCE = 4;
/** A file stands in every document of its object: it is read once as long as it is among the last of so many. */
const REMEMBERED = 10_000;
/** Bad files that are named; what is beyond is counted. */
export const NAMED = 1000;

/** A file as a document names it. */
interface NamedFile {
  id: string;
  contentType: string;
  size: number;
  sha256: string;
}

/** A file that is not what a document says of it. */
export interface BadFile {
  orgId: string;
  fileId: string;
  resource: string;
  id: string;
  seq: string;
  problem: string;
}

export interface FileReport {
  checked: number;
  bytes: number;
  bad: number;
  /** The first of them. */
  named: BadFile[];
}

/**
 * Reads every stored file that a document of these organizations names, and compares it with the size and SHA-256
 * that the document says. No snapshot is held: files are written before the document that names them, and stay.
 */
export async function verifyFiles(
  database: Database,
  blobs: Blobs,
  orgIds: readonly string[],
  advance: (documents: number) => void = () => {},
): Promise<FileReport> {
  const report: FileReport = { checked: 0, bytes: 0, bad: 0, named: [] };
  const seen = new Set<string>();
  for (const orgId of orgIds)
    for await (const documents of pagesOf(database, orgId)) {
      const files = documents.flatMap(({ document, ...place }) =>
        (document === null ? [] : filesIn(JSON.parse(document)))
          .filter((file) => isNew(seen, `${orgId} ${file.id} ${file.size} ${file.sha256}`))
          .map((file) => ({ ...place, file })),
      );
      const one = async (): Promise<void> => {
        for (let next = files.shift(); next; next = files.shift()) {
          const { file, ...place } = next;
          const problem = await problemOf(blobs, orgId, file);
          report.checked += 1;
          report.bytes += file.size;
          if (problem === undefined) continue;
          report.bad += 1;
          if (report.named.length < NAMED) report.named.push({ orgId, fileId: file.id, ...place, problem });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, one));
      advance(documents.length);
    }
  return report;
}

/** All documents of an organization, a page at a time; the text only of those that may name a file. */
async function* pagesOf(database: Database, orgId: string) {
  for (let after = ['', '', '0']; ; ) {
    const [resource, id, seq] = after;
    const rows = await database.rows(sql`
      select resource, id, seq, case when document::text like '%"sha256"%' then document::text end
      from ledger_change
      where org_id = ${orgId} and (resource, id, seq) > (${resource}::text, ${id}::text, ${seq}::bigint)
      order by resource, id, seq limit ${PAGE}`);
    yield rows.map(([resource, id, seq, document]) => ({
      resource: resource as string,
      id: id as string,
      seq: String(seq),
      document: document as string | null,
    }));
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.slice(0, 3).map(String);
  }
}

/** The files that a document names, at any depth. */
function filesIn(value: unknown): NamedFile[] {
  if (typeof value !== 'object' || value === null) return [];
  return isFile(value) ? [value] : Object.values(value).flatMap(filesIn);
}

/** Nothing else looks like one: names that clients choose stand only before text. */
function isFile(value: object): value is NamedFile {
  const { id, contentType, size, sha256 } = value as Partial<NamedFile>;
  return [id, contentType, sha256].every((text) => typeof text === 'string') && Number.isSafeInteger(size);
}

function isNew(seen: Set<string>, file: string): boolean {
  if (seen.has(file)) return false;
  const [oldest] = seen;
  if (oldest !== undefined && seen.size >= REMEMBERED) seen.delete(oldest);
  seen.add(file);
  return true;
}

/** @throws when the store as a whole is away: then nothing is known of its files. */
async function problemOf(blobs: Blobs, orgId: string, file: NamedFile): Promise<string | undefined> {
  const key = blobKey(orgId, file.id);
  try {
    const size = await blobs.size(key);
    if (size === undefined) return 'is missing';
    if (size !== file.size) return `has ${size} bytes, told as ${file.size}`;
    const hash = createHash('sha256');
    for await (const piece of await blobs.read(key)) hash.update(piece);
    const sha256 = hash.digest('hex');
    return sha256 === file.sha256 ? undefined : `has the SHA-256 ${sha256}, told as ${file.sha256}`;
  } catch (error) {
    if (error instanceof ApiError) throw error;
    const { code, name } = error as NodeJS.ErrnoException;
    return `cannot be read (${code ?? name})`;
  }
}
