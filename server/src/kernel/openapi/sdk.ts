import type { Json } from './components.ts';

/** First segments of paths that are no resource: what comes of them before the name of the next segment. */
const NAMESPACES: Record<string, string> = {
  fleet: '',
  cameras: 'camera',
  reports: 'report',
  'custom-reports': 'customReport',
  directory: 'directory',
  training: 'training',
};

/** Verbs of operationIds as client libraries call them. */
const VERBS: Record<string, string> = { post: 'create', patch: 'update' };

const pascal = (text: string): string =>
  text.replace(/(?:^|[^A-Za-z0-9])([A-Za-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
const camel = (text: string): string => text.charAt(0).toLowerCase() + pascal(text).slice(1);

/**
 * What a client library calls an operation, by one rule: the group is the resource of its path, the method the verb
 * of its operationId and what the path names below the resource.
 */
export function sdkNames(path: string, operation: Json): { group: string; method: string } {
  const isPreview = path.startsWith('/preview/');
  const segments = path.split('/').filter((part) => part && part !== 'preview' && !part.startsWith('{'));
  const [first = '', second = ''] = segments;
  const space = NAMESPACES[first];
  // The weekly10 surface, whose paths end with a slash, names its resources in the singular.
  const many = path.endsWith('/') ? 's' : '';
  const resource = space === undefined ? first : `${space}-${second}${many}`.replace(/^-/, '');
  const rest = segments.slice(space === undefined ? 1 : 2);
  const group = isPreview ? `preview${pascal(resource)}` : camel(resource);
  return { group, method: methodOf(path, operation, rest) };
}

function methodOf(path: string, operation: Json, rest: string[]): string {
  const last = rest.at(-1);
  if (last === 'stream') return 'stream';
  const operationId = String(operation.operationId).replace(/^preview/, '');
  const word = /^[A-Za-z][a-z]*/.exec(operationId)?.[0].toLowerCase() ?? '';
  const verb =
    word === 'get' && !path.includes('{') && answersList(operation) ? 'list' : (VERBS[word] ?? word);
  return (
    verb +
    rest
      .filter((part) => part !== verb)
      .map(pascal)
      .join('')
  );
}

/** Whether the reply's data is a list. */
function answersList({ responses }: Json): boolean {
  const good = Object.entries(responses as Record<string, Json>).find(([status]) =>
    status.startsWith('2'),
  )?.[1];
  const [content] = Object.values((good?.content ?? {}) as Record<string, Json>);
  const { data, results } = ((content?.schema as Json | undefined)?.properties ?? {}) as Record<string, Json>;
  return (data ?? results)?.type === 'array';
}

/** How an operation's answer goes on: by cursor, for ever as a stream, or by offset; undefined when it is whole. */
export function pagesOf(path: string, operation: Json): 'cursor' | 'stream' | 'offset' | undefined {
  const names = ((operation.parameters ?? []) as Json[]).map(({ name }) => name);
  if (path.endsWith('/stream')) return 'stream';
  if (names.includes('after')) return 'cursor';
  return names.includes('offset') ? 'offset' : undefined;
}

/** The name of a reply that has none of its own. */
export const replyName = (operationId: string): string => `${pascal(operationId)}Reply`;
