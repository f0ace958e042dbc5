// The bare side of stream.ts: the page's SQL through the driver, in a process of its own, as fast as it goes.
import pg from 'pg';

const { connection, seconds, followers, statement } = JSON.parse(process.argv[2] as string);
const pool = new pg.Pool({
  ...connection,
  max: followers,
  types: { getTypeParser: () => (value: string) => value },
  options: '-c TimeZone=UTC -c DateStyle=ISO',
});
const until = Date.now() + seconds * 1000;
let pages = 0;

async function follow(index: number): Promise<void> {
  const start = [new Date(Date.UTC(2024, 2 * index)).toISOString(), '00000000-0000-0000-0000-000000000000'];
  let key = start;
  while (Date.now() < until) {
    const values = statement.values.map((value: unknown) =>
      value === 'AT' ? key[0] : value === 'ID' ? key[1] : value,
    );
    const { rows } = await pool.query({ name: 'page', text: statement.text, values, rowMode: 'array' });
    pages += 1;
    const [, count, at, id] = rows[0] as string[];
    key = count === '512' ? [at as string, id as string] : start;
  }
}

await Promise.all(Array.from({ length: followers }, (_, index) => follow(index)));
console.log(pages / seconds);
await pool.end();
