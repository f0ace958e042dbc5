import { beforeAll, describe, expect, test } from 'vitest';
import { type Source, sources, sqlTemplates, withoutComments } from './sources.ts';

// What every statement of the product keeps to, so that features stay apart and the schema can be distributed by
// organization. Each list of exceptions may only shrink: an entry that is no longer needed fails its test too.

/** Statements on tables of another feature, by file, each with its reason. */
const ACROSS: Record<string, string> = {};

/** Files that compare two columns of organizations instead of each with the organization's value, each with its reason. */
const BY_COLUMN: Record<string, string> = {
  'src/features/reminders/ladder/position.ts': 'looks for the organizations that have work',
  'src/features/requirements/statuses/position.ts': 'looks for the organizations that have work',
};

/** Files that print or cut what has no time zone, each with its reason. */
const WITHOUT_ZONE: Record<string, string> = {
  'src/features/driver-efficiency/hours/store.ts': 'days and months of the partitions',
  'src/features/qualifications/expirations/store.ts': 'days and weeks of a zone that is named',
};

interface Statement {
  path: string;
  text: string;
}

let statements: Statement[];
let files: Source[];
let ownerOf: Map<string, string>;
beforeAll(async () => {
  files = await sources('.ts');
  statements = files.flatMap(({ path, text }) =>
    sqlTemplates(withoutComments(text)).map(({ statement }) => ({
      path,
      text: statement
        .replace(/--[^\n]*/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    })),
  );
  ownerOf = new Map(
    (await sources('.sql')).flatMap(({ path, text }) =>
      [...text.matchAll(/create table (?:if not exists )?(\w+)/g)].map((match) => [
        match[1] as string,
        roomOf(path),
      ]),
    ),
  );
});

/** The feature whose file it is, or `kernel`. */
const roomOf = (path: string): string => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? 'kernel';

/** The first words of the statements that break a rule, by file. */
const broken = (breaks: (statement: Statement) => boolean): string[] =>
  statements.filter(breaks).map(({ path, text }) => `${path}: ${text.slice(0, 100)}`);

const filesOf = (found: string[]): string[] =>
  [...new Set(found.map((line) => line.split(':')[0] as string))].sort();

describe('a statement', () => {
  test('names only tables of its own feature, but in datasets, which bring features together', () => {
    const tables = /\b(?:from|join|into|update|using|only|table)\s+(\w+)\b(?!\s*\()/gi;
    const across = broken(({ path, text }) => {
      if (path.endsWith('datasets.ts') || path.includes('/datasets/')) return false;
      const named = [...text.matchAll(tables)].map((match) => match[1] as string);
      return named.some((table) => {
        const owner = ownerOf.get(table);
        return owner !== undefined && owner !== 'kernel' && owner !== roomOf(path);
      });
    });
    expect(filesOf(across), across.join('\n')).toEqual(Object.keys(ACROSS).sort());
  });

  test('compares each table with the organization’s value', () => {
    const correlated = broken(({ text }) => /\borg_id = \w+\.org_id\b/.test(text));
    expect(filesOf(correlated), correlated.join('\n')).toEqual(Object.keys(BY_COLUMN).sort());
  });

  test('returns columns, and makes of them what it answers in a select around', () => {
    const expressions = broken(({ text }) =>
      [...text.matchAll(/\breturning ((?:[^()`]|\([^()]*\))*)/gi)].some(
        ([, list]) =>
          !/^(?:[\w.*]+|\$\{[\w.]+\.list\})(?:, (?:[\w.*]+|\$\{[\w.]+\.list\}))*\s*$/.test(list ?? ''),
      ),
    );
    expect(expressions).toEqual([]);
  });

  test('has no clock in what a conflict sets, nor inside coalesce or case', () => {
    const clock = '\\b(?:now|clock_timestamp|statement_timestamp)\\(\\)';
    const odd = broken(
      ({ text }) =>
        new RegExp(`do update set .*${clock}`, 'i').test(text) ||
        new RegExp(`^(?:with .*)?update .*coalesce\\([^()]*${clock}`, 'i').test(text),
    );
    expect(odd).toEqual([]);
  });

  test('writes times as text, and cuts them to months or days, in UTC', () => {
    const local = broken(
      ({ text }) =>
        /\bto_char\((?![^)]*at time zone 'UTC')/i.test(text) ||
        /\bdate_trunc\('(?:day|week|month|year)'(?![^)]*at time zone 'UTC')/i.test(text),
    );
    expect(filesOf(local), local.join('\n')).toEqual(Object.keys(WITHOUT_ZONE).sort());
  });

  test('passes over no locked row', () => {
    expect(broken(({ text }) => /\bskip locked\b/i.test(text))).toEqual([]);
  });
});
