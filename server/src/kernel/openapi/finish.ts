import { hoist, type Json } from './components.ts';
import { share } from './referred.ts';
import { pagesOf, sdkNames } from './sdk.ts';

/** What every write takes besides its own parameters; kernel/http/access.ts reads them. */
const SAFE_WRITE = [
  {
    in: 'query',
    name: 'dryRun',
    description: 'Ours: true runs every check and answers as the write would, but writes nothing.',
    schema: { type: 'boolean' },
  },
  {
    in: 'header',
    name: 'Idempotency-Key',
    description: 'Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
];

/** Says what the routes cannot: how lists are written, what every write takes, what each answer is. */
export function finish(document: Json): Json {
  const told = document.paths as Record<string, Record<string, Json>>;
  for (const [path, operations] of Object.entries(told))
    for (const [method, operation] of Object.entries(operations)) describeCalls(path, method, operation);
  const { paths, ...rest } = hoist(document);
  for (const operations of Object.values(paths as Record<string, Record<string, Json>>)) {
    for (const [method, operation] of Object.entries(operations)) {
      const own = (operation.parameters ?? []) as Json[];
      for (const parameter of own) {
        const { style, explode, ...schema } = parameter.schema as Json;
        if (style) Object.assign(parameter, { style, explode, schema });
      }
      if (method !== 'get' && !isOpen(operation)) operation.parameters = [...own, ...SAFE_WRITE];
      for (const [status, reply] of Object.entries(operation.responses as Record<string, Json>)) {
        if (reply.description === 'Default Response') reply.description = 'Done.';
        if (status === '204') delete reply.content;
      }
    }
  }
  return share({ ...rest, paths });
}

/** Whether an operation is for anyone: nobody's answer is kept. */
const isOpen = ({ security }: Json): boolean => Array.isArray(security) && security.length === 0;

/** What a client library needs to know of an operation. */
function describeCalls(path: string, method: string, operation: Json): void {
  const pages = pagesOf(path, operation);
  Object.assign(operation, {
    'x-sdk': sdkNames(path, operation),
    'x-safe-to-retry': method === 'get',
    ...(pages ? { 'x-pages': pages } : {}),
  });
}
