// tsc leaves SQL behind: copy every migrations folder next to the code that finds it.
import { cpSync } from 'node:fs';

cpSync(new URL('src/', import.meta.url), new URL('dist/', import.meta.url), {
  recursive: true,
  filter: (path) => !/\.[a-z]+$/.test(path) || path.endsWith('.sql'),
});
