import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMigrations } from './migrate.ts';
import { statementsOf } from './split-sql.ts';

test.each([
  ['', []],
  [' ;\n; -- nothing;\n /* ; */ ;', []],
  ['select 1', ['select 1']],
  ['select 1; select 2;\n', ['select 1', 'select 2']],
  [
    "select ';', 'it''s;', E'\\';', e'\\\\'; select 2",
    ["select ';', 'it''s;', E'\\';', e'\\\\'", 'select 2'],
  ],
  ["select type';' ; select 2", ["select type';'", 'select 2']],
  ['select 1 as "a;""b;"; select 2', ['select 1 as "a;""b;"', 'select 2']],
  ['-- one; two\nselect 1; -- three;', ['-- one; two\nselect 1']],
  ['select 1 /* a; /* b; */ c; */ + 1; select 2', ['select 1 /* a; /* b; */ c; */ + 1', 'select 2']],
  ['do $$ begin; end; $$; do $a$ $$; $b$; $a$; x', ['do $$ begin; end; $$', 'do $a$ $$; $b$; $a$', 'x']],
  ['select a$b$c; select $1; x', ['select a$b$c', 'select $1', 'x']],
])('%j', (text, expected) => {
  expect(statementsOf(text)).toEqual(expected);
});

const plain = fc.stringMatching(/^[a-df-z0-9 \n,().;/*$'"-]{0,12}$/);
/** A piece of a statement that may hold anything, written so that it ends where it should. */
const piece = fc.oneof(
  fc.constantFrom('select', ' ', '\n', ',', '1', '(', ')', '+'),
  plain.map((text) => ` '${text.replaceAll("'", "''")}' `),
  plain.map((text) => ` E'${text.replaceAll("'", "\\'")}' `),
  plain.map((text) => ` "${text.replaceAll('"', '""')}" `),
  plain.map((text) => ` $x1$${text.replaceAll('$', '')}$x1$ `),
  plain.map((text) => ` $$${text.replaceAll('$', '')}$$ `),
  plain.map((text) => ` --${text.replaceAll('\n', '')}\n`),
  plain.map((text) => ` /*${text.replaceAll(/[*/]/g, '')}/* ; */*/ `),
);
const statement = fc.array(piece, { maxLength: 8 }).map((pieces) => `select ${pieces.join('')}`);

test('any statements come apart as they were put together', () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 6 }), (statements) => {
      expect(statementsOf(statements.join(';'))).toEqual(statements.map((text) => text.trim()));
    }),
  );
});

test('every migration is made of commands', async () => {
  for (const { name, text } of await findMigrations()) {
    const statements = statementsOf(text);
    expect(statements.length, name).toBeGreaterThan(0);
    for (const one of statements)
      expect(one.replaceAll(/^\s*--.*\n/gm, '').trim(), name).toMatch(
        /^(create|alter|insert|update|delete|drop|comment|do|select|with)\b/i,
      );
  }
});
