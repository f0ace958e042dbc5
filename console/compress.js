// Beside every file its compressed forms, so that the server only has to send them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const folder = new URL('dist/assets/', import.meta.url);
for (const name of readdirSync(folder).filter((each) => /\.(js|css|svg)$/.test(each))) {
  const bytes = readFileSync(new URL(name, folder));
  writeFileSync(new URL(`${name}.br`, folder), brotliCompressSync(bytes));
  writeFileSync(new URL(`${name}.gz`, folder), gzipSync(bytes, { level: 9 }));
}
