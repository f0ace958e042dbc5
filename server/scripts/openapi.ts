// Writes contract/openapi.json from the routes. No database is asked: the document is only what is declared.
import { writeFile } from 'node:fs/promises';
import { buildDocument, CONTRACT } from './openapi-document.ts';

await writeFile(CONTRACT, await buildDocument());
