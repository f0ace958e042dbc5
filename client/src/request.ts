/** An operation's line in the table, taken apart. */
export interface Operation {
  method: string;
  path: string;
  sent: string;
  answered: string;
  /** Where a page has its objects. */
  items: string[];
}

export function operationOf(line: string): Operation {
  const [method = '', path = '', sent = '', answered = '', items = ''] = line.split(' ');
  return { method, path, sent, answered, items: items.split('.') };
}

export type Input = Record<string, unknown>;

/** A call as every try of it is sent. */
export interface Prepared {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  headers: Record<string, string>;
  body?: string | FormData;
}

/** Puts the fields of one object where they belong: into the path, the query or the body. */
export function prepare({ method, path, sent, items }: Operation, input: Input): Prepared {
  const rest = { ...input };
  const take = (name: string): [string, unknown][] => {
    const value = rest[name];
    delete rest[name];
    return value === undefined ? [] : [[name, value]];
  };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    if (rest[name] === undefined || rest[name] === '') throw new TypeError(`${name} is missing`);
    return take(name);
  });
  const prepared: Prepared = {
    path: Object.fromEntries(inPath.flat()),
    query: {},
    // Whoever deletes many is told what became of each.
    headers: method === 'delete' ? { prefer: 'return=representation' } : {},
  };
  if (sent === 'query') return { ...prepared, query: rest };
  if (items[0]) prepared.query = Object.fromEntries([...take('after'), ...take('limit')]);
  if (sent === 'form') return { ...prepared, body: formOf(rest) };
  // A body's field that is called as one of the path goes below `body`.
  const { body, ...fields } = rest;
  prepared.headers['content-type'] = 'application/json';
  return { ...prepared, body: JSON.stringify(inPath.length > 0 ? { ...fields, ...(body ?? {}) } : rest) };
}

function formOf(fields: Input): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    // Text goes first: the server stops reading at a file that it cannot place.
    if (value instanceof Blob || value === undefined) continue;
    form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  for (const [name, value] of Object.entries(fields)) if (value instanceof Blob) form.append(name, value);
  return form;
}
