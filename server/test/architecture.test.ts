import { posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../src/kernel/database/database.ts';
import { cloneDatabase } from './database.ts';
import { type Source, sources, sqlTemplates, withoutComments } from './sources.ts';

// Each list of exceptions may only shrink: an entry that is no longer needed fails its test too.

/** Kernel files longer than 150 lines. */
const LONG_KERNEL_FILES: string[] = [];

/** Statements on a table of organizations that do not name org_id, by file and first words, each with its reason. */
const STATEMENTS_WITHOUT_ORG: Record<string, string> = {
  'src/cli/first-organization.ts: select 1 from org limit 1': 'asks whether there is any organization yet',
  'src/kernel/ledger/verify.ts: select coalesce(sum(last_seq), 0) from org_head':
    'how much there is to verify, in all organizations',
  'src/kernel/jobs/jobs.ts: delete from idempotency_key where created_at < now() - inter':
    'age alone decides, in all organizations',
};

/** Files above the kernel that send SQL outside of sql`…` templates, each with its reason. */
const STATEMENTS_AS_TEXT: Record<string, string> = {};

/** Tables whose primary key does not lead with org_id, each with its reason. */
const TABLES_WITHOUT_ORG: Record<string, string> = {
  installation: 'one row for the whole database: the secret that signs',
  migration: 'one row a migration of the whole database',
  sign_in_limit: 'attempts by name and address, before it is known in which organization',
  job_worker: 'who runs jobs, for all organizations',
};

let files: Source[];
beforeAll(async () => {
  files = (await sources('.ts')).map(({ path, text }) => ({ path, text: withoutComments(text) }));
});

/** The files of src/ that `source` imports, types included. */
const importsOf = (source: Source): string[] =>
  [...source.text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)].map((match) =>
    posix.join(posix.dirname(source.path), match[1] as string),
  );

const pathsThat = (test: (source: Source) => boolean): string[] => files.filter(test).map(({ path }) => path);

describe('imports', () => {
  const LAYERS = ['kernel', 'surfaces', 'features', 'app', 'cli', 'main'];
  /** config.ts only reads settings: the kernel may know their type, as `import type` shows. */
  const layer = (path: string): number => {
    const name = path.split('/')[1]?.replace('.ts', '') as string;
    return name === 'config' ? -1 : LAYERS.indexOf(name);
  };

  test('every file is in a layer', () => {
    expect(pathsThat(({ path }) => layer(path) === -1 && path !== 'src/config.ts')).toEqual([]);
  });

  test('point down: main, cli, app, features, surfaces, kernel', () => {
    // main.ts and the commands of cli/ are one layer: main reads the command line, commands start processes.
    const same = (a: string, b: string) =>
      /^src\/(main\.ts|cli\/)/.test(a) && /^src\/(main\.ts|cli\/)/.test(b);
    const upward = files.flatMap((source) =>
      importsOf(source)
        .filter((target) => layer(target) > layer(source.path) && !same(source.path, target))
        .map((target) => `${source.path} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  test('enter another feature only through its index.ts', () => {
    const feature = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];
    const inside = files.flatMap((source) =>
      importsOf(source)
        .filter((target) => feature(target) && feature(target) !== feature(source.path))
        .filter((target) => target !== `src/features/${feature(target)}/index.ts`)
        .map((target) => `${source.path} → ${target}`),
    );
    expect(inside).toEqual([]);
  });

  test('lead to files that exist', () => {
    const known = new Set(files.map(({ path }) => path));
    const lost = files.flatMap((source) =>
      importsOf(source)
        .filter((target) => target.startsWith('src/') && !known.has(target))
        .map((target) => `${source.path} → ${target}`),
    );
    expect(lost).toEqual([]);
  });

  test('never go round, not even for types', () => {
    const targets = new Map(files.map((source) => [source.path, importsOf(source)]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      const seen = trail.indexOf(path);
      if (seen >= 0) cycles.push([...trail.slice(seen), path].join(' → '));
      if (seen >= 0 || done.has(path)) return;
      for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const { path } of files) visit(path, []);
    expect(cycles).toEqual([]);
  });

  test('keep tests out of the product', () => {
    expect(
      pathsThat((source) => importsOf(source).some((target) => /\.(test|probe)\.ts$|^test\//.test(target))),
    ).toEqual([]);
  });
});

test('only config.ts reads the environment', () => {
  const readers = pathsThat(({ text }) => /\benv\b[^;]*=\s*process\b|\bprocess\s*(\.\s*env\b|\[)/.test(text));
  expect(readers).toEqual(['src/config.ts']);
});

describe('files are short', () => {
  const lines = ({ text }: Source): number => text.split('\n').length - 1;
  test('none has more than 300 lines', () => {
    expect(pathsThat((source) => lines(source) > 300)).toEqual([]);
  });
  test('those of the kernel have no more than 150', () => {
    expect(pathsThat((source) => source.path.startsWith('src/kernel/') && lines(source) > 150)).toEqual(
      LONG_KERNEL_FILES,
    );
  });
  test('none is a drawer for everything', () => {
    expect(pathsThat(({ path }) => /(^|\/)(utils?|helpers?|common|misc|shared)(\.ts|\/)/.test(path))).toEqual(
      [],
    );
  });
});

describe('organizations', () => {
  /** The tables of the migrated database that have an org_id, and the columns of each table's primary key. */
  async function catalog(): Promise<{ withOrg: string[]; keys: Map<string, string[]> }> {
    const clone = await cloneDatabase(1);
    try {
      const withOrg = await clone.database.rows(sql`
        select table_name::text from information_schema.columns
        where table_schema = 'public' and column_name = 'org_id' order by 1`);
      const keys = await clone.database.rows(sql`
        select c.relname::text,
          coalesce((select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
                    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                    where i.indrelid = c.oid and i.indisprimary), '{}')
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
      return { withOrg: withOrg.map(([name]) => name), keys: new Map(keys as [string, string[]][]) };
    } finally {
      await clone.drop();
    }
  }

  test('every table leads its primary key with org_id', async () => {
    const { keys } = await catalog();
    const others = [...keys].filter(([, columns]) => columns[0] !== 'org_id').map(([name]) => name);
    expect(others).toEqual(Object.keys(TABLES_WITHOUT_ORG).sort());
  });

  test('every unique index of a table with org_id names org_id', async () => {
    const clone = await cloneDatabase(1);
    const loose = await clone.database.rows(sql`
      select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid
      join pg_attribute o on o.attrelid = i.indrelid and o.attname = 'org_id'
      where i.indisunique and c.relnamespace = 'public'::regnamespace and o.attnum <> all(i.indkey)`);
    await clone.drop();
    expect(loose).toEqual([]);
  });

  test('every statement on such a table names org_id', async () => {
    const { withOrg } = await catalog();
    const word = new RegExp(
      `\\b(?:from|join|into|update|using)\\s+(?:only\\s+)?(${withOrg.join('|')})\\b(?!\\s*\\()`,
      'i',
    );
    const loose = files.flatMap(({ path, text }) =>
      sqlTemplates(text)
        .filter(({ statement }) => word.test(statement) && !/org_id/.test(statement))
        .map(({ statement }) => `${path}: ${statement.trim().replace(/\s+/g, ' ').slice(0, 60)}`),
    );
    expect([...new Set(loose)].sort()).toEqual(Object.keys(STATEMENTS_WITHOUT_ORG).sort());
  });

  test('SQL is written in sql`…` templates, where this can be checked', () => {
    const query = pathsThat(({ text }) => /\.query\s*[(<]/.test(text));
    // The kernel's own: the pool itself, and what runs before there are organizations.
    expect(query.filter((path) => !path.startsWith('src/kernel/'))).toEqual(
      Object.keys(STATEMENTS_AS_TEXT).sort(),
    );
  });
});
