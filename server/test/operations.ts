import type { FastifyInstance } from 'fastify';
import { inPlace } from './contract.ts';
import type { Ids } from './probe.ts';
import { idFor, isIdName } from './probes.ts';

export type Json = Record<string, unknown>;

interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  schema: Json;
}

/** An operation of the OpenAPI document. */
export interface Operation {
  /** `GET /tags/{id}` */
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  /** The schema of its body, if that is JSON. */
  body: Json | undefined;
  /** Who it is for: tokens and people with a scope, people who have signed in, or anyone. */
  audience: 'scope' | 'signedIn' | 'anyone';
}

/** Who an operation of the document is for. */
export function audienceOf({ security }: { security?: unknown }): Operation['audience'] {
  if (!Array.isArray(security)) return 'scope';
  return security.length === 0 ? 'anyone' : 'signedIn';
}

/** The parts of a request. */
export interface Request {
  query: [string, string][];
  path: Json;
  body: unknown;
}

/** Operations that only read, though their question is a body: too much for a query; or long work, so a job has it. */
export const READS_BY_POST = [
  'POST /requirements/simulate',
  'POST /eligibility/check',
  'POST /ledger/verify',
  'POST /reports/runs/draft',
];

/** Every operation of an application, and how it is asked for the objects that `ids` names. */
export class Operations {
  readonly all: Operation[];
  readonly #components: Record<string, Json>;
  readonly #ids: Ids;

  constructor(app: FastifyInstance, ids: Ids) {
    // biome-ignore lint/suspicious/noExplicitAny: a document is walked by its keys
    const document = app.swagger() as any;
    const paths = inPlace(document.paths, document.components);
    this.#ids = ids;
    this.#components = document.components.schemas;
    this.all = Object.entries<Record<string, Json>>(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        parameters: (operation.parameters ?? []) as Parameter[],
        // biome-ignore lint/suspicious/noExplicitAny: a document is walked by its keys
        body: (operation.requestBody as any)?.content['application/json']?.schema,
        audience: audienceOf(operation),
      })),
    );
  }

  /** The request with what it needs and no more. */
  request(operation: Operation): Request {
    const query: [string, string][] = [];
    const path: Json = {};
    for (const { name, in: place, required, schema } of operation.parameters) {
      if (place === 'path') path[name] = this.sample(operation, schema, [name]);
      else if (place === 'query' && required)
        query.push([name, [this.sample(operation, schema, [name])].flat().join(',')]);
    }
    return { query, path, body: operation.body && this.sample(operation, operation.body, []) };
  }

  /** How a read is asked: with what it needs, and with each id that it may be given beside it. */
  everyWay(operation: Operation): string[] {
    const { query, path } = this.request(operation);
    const optional = operation.parameters.filter(
      ({ name, in: place, required }) => place === 'query' && !required && isIdName(name),
    );
    const filters = optional.map(({ name }): [string, string] => [
      name,
      String(idFor(operation.name, [name], this.#ids)),
    ]);
    return [query, ...filters.map((filter) => [...query, filter])].map((all) => urlOf(operation, path, all));
  }

  resolved(schema: Json): Json {
    return typeof schema.$ref === 'string'
      ? (this.#components[schema.$ref.split('/').at(-1) as string] as Json)
      : schema;
  }

  /** A value that fits a schema well enough to get past validation more often than not. `keys` lead to its place. */
  sample(operation: Operation, schema: Json, keys: readonly string[], depth = 0): unknown {
    if (typeof schema.$ref === 'string')
      return depth > 3 ? undefined : this.sample(operation, this.resolved(schema), keys, depth + 1);
    if (schema.anyOf) return this.sample(operation, (schema.anyOf as Json[])[0] as Json, keys, depth);
    if (schema.type === 'object') {
      const required = new Set((schema.required ?? []) as string[]);
      const fields = Object.entries((schema.properties ?? {}) as Record<string, Json>);
      const kept = fields.filter(([key]) => required.has(key));
      return Object.fromEntries(
        kept.map(([key, inner]) => [key, this.sample(operation, inner, [...keys, key], depth)]),
      );
    }
    if (schema.type === 'array')
      return [this.sample(operation, (schema.items ?? {}) as Json, [...keys, '0'], depth)];
    return idFor(operation.name, keys, this.#ids) ?? plain(schema, keys.at(-1) ?? '');
  }
}

function plain(schema: Json, name: string): unknown {
  if (schema.enum) return (schema.enum as unknown[])[0];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  return /(Time|Date)$/.test(name) ? '2030-01-01T00:00:00Z' : 'word';
}

/** Where a request goes. */
export const urlOf = ({ path }: Operation, values: Json, query: [string, string][]): string =>
  `${path.replace(/\{(\w+)\}/g, (_all, name) => encodeURIComponent(String(values[name])))}?${new URLSearchParams(query)}`;
