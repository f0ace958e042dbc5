import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { fileAt } from './source.ts';
import type { TableRow } from './table-batches.ts';
import { openWorkbook } from './workbook.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crewready-workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of sheets of text, in the least that a reader needs. */
async function workbook(sheets: string[][][]): Promise<string> {
  const zip = new ZipFile();
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(`<?xml version="1.0"?>${xml}`), path);
  const each = (piece: (n: number) => string) => sheets.map((_, index) => piece(index + 1)).join('');
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((n) => `<sheet name="S${n}" sheetId="${n}" r:id="r${n}"/>`)}</sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each((n) => `<Relationship Id="r${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
  );
  for (const [index, rows] of sheets.entries()) {
    const cell = (text: string, column: number, row: number) =>
      `<c r="${'ABC'[column]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const lines = rows.map(
      (cells, n) =>
        `<row r="${n + 1}">${cells.map((text, column) => cell(text, column, n + 1)).join('')}</row>`,
    );
    add(
      `xl/worksheets/sheet${index + 1}.xml`,
      `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
    );
  }
  zip.end();
  const path = join(folder, `${sheets.length}.xlsx`);
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

test('sheets that go on with the same header are one table, each of its lines with a number of its own', async () => {
  const header = ['name', 'username'];
  const path = await workbook([
    [header, ['A', 'a'], ['B', 'b']],
    [
      ['note', 'of another kind'],
      ['x', 'y'],
    ],
    [header, ['C', 'c'], ['D', 'd']],
    [header, ['E', 'e']],
  ]);
  const table = await openWorkbook(fileAt(path));
  const rows: TableRow[] = [];
  for await (const row of table?.rows() ?? []) rows.push(row);
  expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [2, 'A'],
    [3, 'B'],
    [4, 'C'],
    [5, 'D'],
    [6, 'E'],
  ]);
  expect(table?.lines).toBe(6);
});
