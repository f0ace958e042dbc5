import { readFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

interface Parameter {
  name: string;
  in: string;
}

interface Operation {
  operationId: string;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
  'x-sdk': { group: string; method: string; items?: string };
  'x-pages'?: 'cursor' | 'stream' | 'offset';
}

interface Contract {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, { properties?: Record<string, unknown> }>;
    parameters: Record<string, Parameter>;
  };
}

/** What stands in query and path beside a JSON body and is told from its fields by name alone. */
const BESIDE_BODY = new Set(['after', 'limit', 'dryRun']);

const NOTE = '// Written by `npm run openapi` from contract/openapi.json: never edited by hand.\n';

const CONTRACT = new URL('../../contract/openapi.json', import.meta.url);
const FOLDER = new URL('../src/generated/', import.meta.url);

/** Every generated file, by where it is committed. */
export async function generated(): Promise<[URL, string][]> {
  const text = await readFile(CONTRACT, 'utf8');
  return [
    [new URL('contract.ts', FOLDER), await types(text)],
    [new URL('operations.ts', FOLDER), operations(JSON.parse(text) as Contract)],
  ];
}

async function types(contract: string): Promise<string> {
  const nodes = await openapiTS(contract, {
    defaultNonNullable: false,
    transform: (schema) =>
      'format' in schema && schema.format === 'binary'
        ? ts.factory.createTypeReferenceNode('Blob')
        : undefined,
  });
  return NOTE + astToString(nodes);
}

/** The table of operations: group, method, and how it is sent and answered, in a line of text each. */
function operations(contract: Contract): string {
  const groups: Record<string, Record<string, string>> = {};
  for (const [path, methods] of Object.entries(contract.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const { group, method: name } = operation['x-sdk'];
      groups[group] = { ...groups[group], [name]: line(contract, method, path, operation) };
    }
  const body = Object.entries(groups).map(([group, methods]) => {
    const lines = Object.entries(methods).map(([name, text]) => `    ${name}: '${text}',\n`);
    return `  ${/\./.test(group) ? `'${group}'` : group}: {\n${lines.join('')}  },\n`;
  });
  return `${NOTE}
/** \`method path sent answered items\`; runtime.ts and types.ts read it. */
export const operations = {
${body.join('')}} as const;
`;
}

function line(contract: Contract, method: string, path: string, operation: Operation): string {
  const [type] = Object.keys(operation.requestBody?.content ?? {});
  const sent = type === undefined ? 'query' : type === 'application/json' ? 'json' : 'form';
  const beside = (operation.parameters ?? [])
    .map((one) => ('$ref' in one ? contract.components.parameters[last(one.$ref)] : one))
    .filter((parameter) => parameter?.in === 'query' && !BESIDE_BODY.has(parameter.name));
  if (sent !== 'query' && beside.length > 0)
    throw new Error(`${operation.operationId} has a body, and ${beside[0]?.name} in its query`);
  const pages = operation['x-pages'];
  const end = pages ? `${pages} ${operation['x-sdk'].items}` : answered(contract, operation);
  return `${method} ${path} ${sent} ${end}`;
}

/** `data` out of its envelope, the `whole` reply, `bytes` as they come, or `none`. */
function answered(contract: Contract, { operationId, responses }: Operation): string {
  const good = Object.entries(responses).filter(([status, reply]) => /^2/.test(status) && reply.content);
  const [reply] = good.map(([, { content = {} }]) => content);
  if (!reply) return 'none';
  const json = reply['application/json'];
  if (!json) return 'bytes';
  const fields = Object.keys(contract.components.schemas[last(json.schema.$ref ?? '')]?.properties ?? {});
  if (fields.length === 0) throw new Error(`${operationId} answers a schema without a name`);
  return fields.join() === 'data' ? 'data' : 'whole';
}

/** The name that a reference ends with. */
const last = (reference: string): string => reference.split('/').at(-1) ?? '';
