import { Readable } from 'node:stream';
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Head } from '../definition/definition.ts';
import type { Cell, Result } from './source.ts';

/** Pages a row group: columns compress better together, and a group is in memory as a whole. */
const GROUP_PAGES = 4;

const TYPE = { string: 'STRING', integer: 'INT64', float: 'DOUBLE', timestamp: 'TIMESTAMP' } as const;

/** Numbers and times as what they are; any cell may be empty. */
const VALUE: Record<Head['dataType'], (cell: Cell) => unknown> = {
  string: (cell) => cell,
  float: (cell) => cell,
  integer: (cell) => (cell === null ? null : BigInt(cell)),
  timestamp: (cell) => (cell === null ? null : new Date(cell)),
};

const columnsOf = (heads: readonly Head[], rows: Cell[][]) =>
  heads.map(({ name, dataType }, index) => ({
    name,
    type: TYPE[dataType],
    nullable: true,
    offsetIndex: false,
    data: rows.map((row) => VALUE[dataType](row[index] as Cell)),
  }));

/** Apache Parquet with a row group a batch, which leaves memory before the next is read. */
export function parquetOf({ heads, batches }: Result): Readable {
  async function* pieces(): AsyncGenerator<Buffer> {
    const writer = new ByteWriter();
    /** What is written so far; offsets in the file go on counting. */
    const take = (): Buffer => {
      const bytes = Buffer.from(writer.getBytes());
      writer.index = 0;
      return bytes;
    };
    const schema = schemaFromColumnData({
      columnData: columnsOf(heads, []).map(({ name, type, nullable, data }) => ({
        name,
        type,
        nullable,
        data,
      })),
    });
    const file = new ParquetWriter({ writer, schema, createdBy: 'Crewready' });
    for await (const rows of batches(GROUP_PAGES)) {
      await file.write({
        columnData: columnsOf(heads, rows).map(({ type: _t, nullable: _n, ...column }) => column),
        rowGroupSize: rows.length,
      });
      yield take();
    }
    await file.finish();
    yield take();
  }
  return Readable.from(pieces(), { objectMode: false });
}
