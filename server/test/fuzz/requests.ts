import type { Json, Operation, Operations } from '../operations.ts';
import type { Random } from '../replica/random.ts';
import { fitting, nasty, Raw } from './values.ts';

/** A request as it goes over the wire. */
export interface FuzzRequest {
  operation: Operation;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
}

interface Good {
  operation: Operation;
  query: [string, string][];
  path: Json;
  body: unknown;
}

const TYPES = [
  'application/json; charset=iso-8859-1',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/',
  '',
];

/** Makes requests of the contract: what an operation needs, and then as much of it bent as chance has it. */
export class Requests {
  readonly #random: Random;
  readonly #operations: Operations;
  readonly #good: Good[] = [];
  readonly #resolve = (schema: Json): Json => this.#operations.resolved(schema);

  constructor(operations: Operations, random: Random) {
    this.#operations = operations;
    this.#random = random;
  }

  /** Keeps a request that was carried out, for others like it. */
  keep(method: string, url: string, body: unknown): void {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    for (const operation of this.#operations.all) {
      const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
      const pattern = new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`);
      const values = operation.method === method ? pattern.exec(pathname) : null;
      if (!values || body instanceof FormData) continue;
      const path = Object.fromEntries(
        names.map((name, n) => [name, decodeURIComponent(values[n + 1] as string)]),
      );
      this.#good.push({ operation, query: [...searchParams], path, body });
      return;
    }
  }

  next(): FuzzRequest {
    const random = this.#random;
    if (this.#good.length > 0 && random.chance(0.4)) return this.#like(random.pick(this.#good));
    const operation = random.pick(this.#operations.all);
    const { query, path, body } = this.#operations.request(operation);
    const bends = random.chance(0.35) ? 0 : 1 + random.below(3);
    const places = { query: [...query], path: { ...path }, body };
    for (const parameter of operation.parameters)
      if (parameter.in === 'query' && !parameter.required && random.chance(0.15))
        places.query.push([parameter.name, this.#text(fitting(random, parameter.schema, this.#resolve))]);
    if (operation.body && random.chance(0.4)) places.body = this.#more(operation.body, body);
    for (let bend = 0; bend < bends; bend += 1) this.#bend(operation, places);
    return this.#sent(operation, places, bends > 0);
  }

  /** A request like one that was carried out. */
  #like({ operation, ...good }: Good): FuzzRequest {
    const places = { ...good, query: [...good.query], path: { ...good.path } };
    const bends = this.#random.chance(0.4) ? 0 : 1 + this.#random.below(2);
    for (let bend = 0; bend < bends; bend += 1) this.#bend(operation, places);
    return this.#sent(operation, places, bends > 0);
  }

  /** The body with fields that need not be there. */
  #more(schema: Json, body: unknown): unknown {
    const filled = fitting(this.#random, schema, this.#resolve);
    return body && typeof body === 'object' && !Array.isArray(body)
      ? { ...(filled as object), ...body }
      : filled;
  }

  #bend(operation: Operation, places: { query: [string, string][]; path: Json; body: unknown }): void {
    const random = this.#random;
    const turn = random.below(10);
    if (turn < 5 && operation.body) places.body = this.#bentValue(places.body, 0);
    else if (turn < 7 && operation.parameters.length > 0) {
      const { name, in: place } = random.pick(operation.parameters);
      if (place === 'path') places.path[name] = this.#text(nasty(random));
      else if (place === 'query')
        places.query = [
          ...places.query.filter(([known]) => known !== name || random.chance(0.2)),
          [random.chance(0.9) ? name : `${name}[]`, this.#text(nasty(random))],
        ];
    } else if (turn < 8) places.query = places.query.filter(() => random.chance(0.5));
    else if (turn < 9)
      places.query.push([random.pick(['dryRun', 'after', 'limit', 'nobody']), this.#text(nasty(random))]);
    else if (operation.body) places.body = nasty(random);
  }

  /** A value with one thing in it replaced, left out or added. */
  #bentValue(value: unknown, depth: number): unknown {
    const random = this.#random;
    if (depth > 6 || random.chance(0.15) || !value || typeof value !== 'object' || value instanceof Raw)
      return nasty(random);
    if (Array.isArray(value)) {
      if (value.length === 0 || random.chance(0.2)) return [...value, nasty(random)];
      const at = random.below(value.length);
      return value.map((item, index) => (index === at ? this.#bentValue(item, depth + 1) : item));
    }
    const fields = Object.entries(value);
    if (fields.length === 0 || random.chance(0.1))
      return { ...value, [random.pick(['x', 'id', '__proto'])]: nasty(random) };
    const [name] = random.pick(fields);
    if (random.chance(0.15)) return Object.fromEntries(fields.filter(([known]) => known !== name));
    return Object.fromEntries(
      fields.map(([known, item]) => [known, known === name ? this.#bentValue(item, depth + 1) : item]),
    );
  }

  #text(value: unknown): string {
    if (value instanceof Raw) return value.json;
    if (Array.isArray(value)) return value.map((item) => this.#text(item)).join(',');
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  #sent(
    operation: Operation,
    { query, path, body }: { query: [string, string][]; path: Json; body: unknown },
    isBent: boolean,
  ): FuzzRequest {
    const random = this.#random;
    const filled = operation.path.replace(/\{(\w+)\}/g, (_all, name) => encoded(String(path[name])));
    let search = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
    // What ends an object is mostly only tried: others need it.
    if (/delete|archive|cancel/i.test(operation.name) && random.chance(0.9)) search += '&dryRun=true';
    const headers: Record<string, string> = {};
    let bytes = operation.body && body !== undefined ? Buffer.from(jsonOf(body)) : undefined;
    if (bytes) headers['content-type'] = 'application/json';
    if (isBent && random.chance(0.15)) {
      const turn = random.below(7);
      if (turn === 0 && bytes) headers['content-type'] = random.pick(TYPES);
      if (turn === 1 && bytes) headers['content-encoding'] = random.pick(['gzip', 'identity', 'br']);
      if (turn === 2 && bytes) bytes = bytes.subarray(0, random.below(bytes.length + 1));
      if (turn === 3 && bytes)
        bytes = Buffer.concat([bytes.subarray(0, 3), Buffer.from([random.below(256)]), bytes.subarray(3)]);
      if (turn === 4) search += random.pick(['&%', '&a=%zz', '&=', '&&', '%00', '&limit=%E9']);
      if (turn === 5) headers.prefer = random.pick(['return=representation', 'wait=1', 'x']);
      if (turn === 6) headers['idempotency-key'] = random.pick(['one', 'x'.repeat(256), random.code()]);
    }
    const url = search ? `${filled}?${search}` : filled;
    return { operation, method: operation.method, url, headers, body: bytes };
  }
}

/** Percent-encoded, lone surrogates as the bytes that they would be. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

function jsonOf(value: unknown): string {
  if (value instanceof Raw) return value.json;
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`;
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => `${JSON.stringify(name)}:${jsonOf(item)}`)
      .join(',')}}`;
  return JSON.stringify(value) ?? 'null';
}

/** The request as a line for a shell. */
export function asCurl({ method, url, headers, body }: FuzzRequest): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const given = Object.entries(headers).map(([name, value]) => ` -H ${quoted(`${name}: ${value}`)}`);
  const data = body ? ` --data-binary ${quoted(body.toString().slice(0, 4000))}` : '';
  return `curl -X ${method} "$URL"${quoted(url)} -H "Authorization: Bearer $TOKEN"${given.join('')}${data}`;
}
