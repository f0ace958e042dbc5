import { isDeepStrictEqual } from 'node:util';
import { kindOf } from '../errors.ts';
import type { Json } from './components.ts';

/** Parameters that many operations have alike; of one that comes in several forms, the most frequent is shared. */
const SHARED_PARAMETERS = ['after', 'limit', 'id', 'api_id', 'dryRun', 'Idempotency-Key'];

const REQUEST_ID = {
  description: 'Names this request in the server log.',
  schema: { type: 'string' },
};
const RETRY_AFTER = {
  description: 'Whole seconds to wait before the next try.',
  schema: { type: 'integer', minimum: 1 },
};

/** Statuses that say how long to wait. */
const WAITING = new Set(['429', '503']);

const pascal = (text: string): string =>
  text.replace(/(?:^|[^A-Za-z0-9])([A-Za-z0-9])/g, (_all, letter: string) => letter.toUpperCase());

const refTo = (kind: string, name: string): Json => ({ $ref: `#/components/${kind}/${name}` });

/** Says once what many operations have alike: headers, error replies and parameters, as components with a name. */
export function share(document: Json): Json {
  const operations = Object.values(document.paths as Record<string, Record<string, Json>>).flatMap(
    (methods) => Object.values(methods),
  );
  const parameters = frequentParameters(operations);
  const responses: Record<string, Json> = {};
  for (const operation of operations) {
    if (operation.parameters)
      operation.parameters = (operation.parameters as Json[]).map((parameter) => {
        const name = pascal(String(parameter.name));
        return isDeepStrictEqual(parameters[name], parameter) ? refTo('parameters', name) : parameter;
      });
    const replies = operation.responses as Record<string, Json>;
    for (const [status, reply] of Object.entries(replies)) {
      Object.assign(reply, { headers: headersOf(status) });
      if (status < '400') continue;
      const name = replyNameOf(status, reply);
      responses[name] ??= reply;
      if (isDeepStrictEqual(responses[name], reply)) replies[status] = refTo('responses', name);
    }
  }
  const headers = { 'X-Request-Id': REQUEST_ID, 'Retry-After': RETRY_AFTER };
  return {
    ...document,
    components: { ...(document.components as Json), responses: sorted(responses), parameters, headers },
  };
}

const headersOf = (status: string): Json => ({
  'X-Request-Id': refTo('headers', 'X-Request-Id'),
  ...(WAITING.has(status) ? { 'Retry-After': refTo('headers', 'Retry-After') } : {}),
});

/** `NotFound`, and `DetailNotFound` where the dialect has another body for it. */
function replyNameOf(status: string, { content }: Json): string {
  const [type] = Object.values((content ?? {}) as Record<string, { schema: Json }>);
  const schema = String(type?.schema.$ref ?? '')
    .split('/')
    .at(-1);
  return `${schema === 'Error' ? '' : schema}${pascal(kindOf(Number(status)))}`;
}

/** The most frequent form of each shared parameter, by the name of its component. */
function frequentParameters(operations: Json[]): Record<string, Json> {
  const all = operations.flatMap(({ parameters = [] }) => parameters as Json[]);
  const found = SHARED_PARAMETERS.flatMap((name) => {
    const forms = all.filter((parameter) => parameter.name === name);
    const uses = (form: Json): number => forms.filter((other) => isDeepStrictEqual(other, form)).length;
    const [most] = forms.toSorted((a, b) => uses(b) - uses(a));
    return most && uses(most) > 1 ? [[pascal(name), structuredClone(most)] as const] : [];
  });
  return sorted(Object.fromEntries(found));
}

const sorted = <T>(named: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1)));
