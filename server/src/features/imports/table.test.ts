import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileAt } from './source.ts';
import { openTable, type TableRow } from './table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crewready-table-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Buffer, delimiter?: string) {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  const table = await openTable(fileAt(path), delimiter);
  const rows: TableRow[] = [];
  for await (const row of table.rows()) rows.push(row);
  // However a file is read, its rows are the same.
  const batched: TableRow[] = [];
  for await (const batch of table.batches()) batched.push(...batch);
  expect(batched).toEqual(rows);
  return { ...table, found: rows.map(({ line, cells }) => [line, ...cells]) };
}

describe('lines', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('are counted through quoted cells, blank lines and empty rows, with %s', async (_name, end) => {
    const text = ['a,b', 'one,"x', 'y', 'z"', '', 'two,2', ' , ', '"q""', 'r",', 'last,9'].join(end);
    const { found, lines } = await read(text);
    expect(found.map(([line, first]) => [line, first])).toEqual([
      [2, 'one'],
      [6, 'two'],
      [8, `q"${end}r`],
      [10, 'last'],
    ]);
    expect(lines).toBe(10);
  });

  test('are counted when line ends are mixed and records cross the pieces of a read', async () => {
    const long = 'é'.repeat(40_000);
    const { found } = await read(`a,b\r\n1,"${long}\r\n"\n2,"${long}"\r\n3,\n`);
    expect(found.map(([line, first]) => [line, first])).toEqual([
      [2, '1'],
      [4, '2'],
      [5, '3'],
    ]);
  });

  test('of blank rows above the header count', async () => {
    const { header, found } = await read('\n,,\na,b\n1,2\n');
    expect(header).toEqual(['a', 'b']);
    expect(found).toEqual([[4, '1', '2']]);
  });
});

describe('delimiters', () => {
  test.each([
    ['a;b,c;d\n1;2;3', ';'],
    ['a\tb\n1\t2', '\t'],
    ['a,b\n1,2', ','],
    ['a\n1', ','],
    ['"x;y;z",b\n1,2', ','],
    ['a|b|c\n1|2|3', '|'],
    ['sep=|\r\na|b\r\n1|2', '|'],
  ])('of %j is %j', async (text, delimiter) => {
    expect((await read(text)).delimiter).toBe(delimiter);
  });
  test('the line sep= is a line', async () => {
    expect((await read('sep=;\na;b\n1;2\n')).found).toEqual([[3, '1', '2']]);
  });
  test('the one that is named counts', async () => {
    expect((await read('a;b,c\n1;2,3\n', ',')).found).toEqual([[2, '1;2', '3']]);
  });
});

describe('encodings', () => {
  const text = 'näme,b\nZoë,😀\n';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('%s is read', async (_name, bytes) => {
    const { header, found } = await read(bytes);
    expect(header).toEqual(['näme', 'b']);
    expect(found).toEqual([[2, 'Zoë', '😀']]);
  });

  test.each([
    [
      'Latin-1 names the line',
      Buffer.from('name,b\nok,1\nZo\xeb,2\n', 'latin1'),
      /not UTF-8 in line 3\. In Excel/,
    ],
    [
      'a character cut off at the end',
      Buffer.from('name\nok\nx\u00eb').subarray(0, -1),
      /not UTF-8 in line 3/,
    ],
    ['UTF-16 without a mark', Buffer.from('name', 'utf16le'), /looks like UTF-16 without a byte order mark/],
    [
      'a lone surrogate',
      Buffer.from('\ufeffname\nx\ud800y', 'utf16le'),
      /not valid UTF-16 in line 1 or soon after/,
    ],
    [
      'a late wrong byte',
      Buffer.concat([Buffer.from('a,b\n1,2\n'.repeat(30_000)), Buffer.from([0xff])]),
      /in line 60001\./,
    ],
  ])('%s', async (_name, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });
});

describe('what is no CSV', () => {
  test.each([
    ['', /is empty/],
    ['\n\n', /is empty/],
    ['a,b\n"1\r\n",2\n3,"4\n5,6\n', /line 4: a quote that is opened here is never closed/],
    ['a,b\n1,"2"x\n', /line 2: there is text behind a closing quote/],
    ['a,b\n1,5" pipe\n', /line 2: there is a quote inside of a cell/],
    [`a,b\n1,"${'x\n'.repeat(600_000)}`, /line 2: the row that begins here is longer than 1 MiB/],
  ])('%# is refused', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
  test('a file that is not there, and a folder', async () => {
    await expect(openTable(fileAt(join(folder, 'none.csv')))).rejects.toThrow(
      /There is no file .*none\.csv\./,
    );
    await expect(openTable(fileAt(folder))).rejects.toThrow(/is a folder, not a file/);
  });
});

test('rows without quotes are the same by the piece, until a quote or a lone CR comes', async () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => ` ${n} ,é${n},${n % 7 ? '' : 'x'}`);
  for (const odd of ['', '"a\nb",c,d', 'a,b,c\re,f,g', ',,', 'a\r\n\r\nb']) {
    const text = ['one,two,three', ...lines.slice(0, 15_000), odd, ...lines.slice(15_000)].join('\n');
    const { found } = await read(text);
    expect(found.length).toBeGreaterThanOrEqual(20_000);
  }
});
