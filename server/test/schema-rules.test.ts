import { beforeAll, describe, expect, test } from 'vitest';
import { buildDocument } from '../scripts/openapi-document.ts';
import { inPlace } from './contract.ts';
import { READS_BY_POST } from './operations.ts';

// Rules that every operation follows. Each list of exceptions may only shrink: an entry that is no longer needed
// fails its test too.

/** Array parameters without maxItems, as `METHOD /path parameter`, each with its reason. */
const NO_MAXIMUM = 'the public spec states no maximum; more than 2,000 values are 414';
const UNBOUNDED_LISTS: Record<string, string> = {
  'GET /fleet/drivers attributeValueIds': NO_MAXIMUM,
  'GET /fleet/drivers attributes': NO_MAXIMUM,
  'GET /fleet/drivers parentTagIds': NO_MAXIMUM,
  'GET /fleet/drivers tagIds': NO_MAXIMUM,
  'GET /fleet/vehicles attributeValueIds': NO_MAXIMUM,
  'GET /fleet/vehicles attributes': NO_MAXIMUM,
  'GET /fleet/vehicles parentTagIds': NO_MAXIMUM,
  'GET /fleet/vehicles tagIds': NO_MAXIMUM,
};

/** Component schemas that are used by requests and by replies, each with its reason. */
const ALIKE = 'a part without an id, sent and answered alike in the public spec';
const BOTH_WAYS: Record<string, string> = {
  AttributeOnEntity: ALIKE,
  DriverCarrier: ALIKE,
  DriverHosSetting: ALIKE,
  DriverRulesetOverride: ALIKE,
  GrossVehicleWeight: ALIKE,
};

/** Fields of replies that may be null, each with its reason. */
const WEEKLY10 = 'the weekly10 surface answers null where nothing is set';
const NULLABLE: Record<string, string> = {
  'DirectoryUser.manager_api_id': WEEKLY10,
  'ListDirectoryUsersReply.next': WEEKLY10,
  'ListDirectoryUsersReply.previous': WEEKLY10,
  'ListTrainingPackagesReply.next': WEEKLY10,
  'ListTrainingPackagesReply.previous': WEEKLY10,
  'ListTrainingRecordsReply.next': WEEKLY10,
  'ListTrainingRecordsReply.previous': WEEKLY10,
  'TrainingRecord.date_completed': WEEKLY10,
  'TrainingRecord.date_started': WEEKLY10,
};

/** Fields without a description, as `Component.field`. */
const UNDESCRIBED: string[] = [
  'CreateDriver.carrierSettings',
  'CreateDriver.hosSetting',
  'CreateDriver.usDriverRulesetOverride',
  'CreateVehicle.grossVehicleWeight',
  'Driver.carrierSettings',
  'Driver.hosSetting',
  'Driver.peerGroupTag',
  'Driver.staticAssignedVehicle',
  'Driver.trailerGroupTag',
  'Driver.usDriverRulesetOverride',
  'Driver.vehicleGroupTag',
  'NewTrainingAssignment.course',
  'NewTrainingAssignment.learner',
  'PatchTag.addresses',
  'PatchTag.assets',
  'PatchTag.drivers',
  'PatchTag.machines',
  'PatchTag.parentTagId',
  'PatchTag.sensors',
  'PatchTag.vehicles',
  'PreviewTrainingCourse.category',
  'PreviewTrainingCourse.label',
  'Tag.parentTag',
  'TrainingAssignment.course',
  'TrainingAssignment.learner',
  'TrainingCourse.category',
  'UpdateDriver.carrierSettings',
  'UpdateDriver.hosSetting',
  'UpdateDriver.usDriverRulesetOverride',
  'UpdateVehicle.grossVehicleWeight',
  'UserRoleAssignment.role',
  'UserRoleAssignment.tag',
  'Vehicle.gateway',
  'Vehicle.grossVehicleWeight',
  'Vehicle.staticAssignedDriver',
];

type Json = Record<string, unknown>;
interface Operation extends Json {
  name: string;
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; description?: string; schema: Json }[];
  requestBody?: Json;
  responses: Record<string, Json>;
}

let document: {
  paths: Record<string, Record<string, Omit<Operation, 'name'>>>;
  components: { schemas: Record<string, Json> };
};
let operations: Operation[];
beforeAll(async () => {
  document = JSON.parse(await buildDocument());
  document.paths = inPlace(document.paths, document.components);
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => ({ ...operation, name: `${method.toUpperCase()} ${path}` }) as Operation,
    ),
  );
});

/** Whether a token may send it: `security` of its own has what is for people or for anybody. */
const isOfTokens = ({ security }: Operation): boolean => security === undefined;

const namesThat = (wrong: (operation: Operation) => unknown): string[] =>
  operations.filter(wrong).map(({ name }) => name);

describe('every operation', () => {
  test('is there', () => expect(operations.length).toBeGreaterThan(0));

  test('has an operationId of its own', () => {
    expect(namesThat(({ operationId }) => !/^[a-z][A-Za-z0-9]*$/.test(operationId ?? ''))).toEqual([]);
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([]);
  });

  test('has a summary of one line, without a full stop', () => {
    expect(namesThat(({ summary }) => !/^\S.{0,79}[^.\s]$/.test(summary ?? ''))).toEqual([]);
  });

  test('has one tag', () => expect(namesThat(({ tags }) => tags?.length !== 1)).toEqual([]));

  test('names its scope, to read for GET and to write for the rest', () => {
    const verb = ({ name }: Operation) =>
      name.startsWith('GET ') || READS_BY_POST.includes(name) ? 'Read' : 'Write';
    expect(
      namesThat(
        (operation) =>
          isOfTokens(operation) !== operation.description?.includes(`Scope: ${verb(operation)} `),
      ),
    ).toEqual([]);
  });

  test('names its rate limit', () => {
    expect(
      namesThat(
        (operation) =>
          isOfTokens(operation) !==
          /Rate limit: \d+ requests a (second|minute|hour|day)\./.test(operation.description ?? ''),
      ),
    ).toEqual([]);
  });

  test('lists its errors, and one success', () => {
    const errors = ['400', '401', '403', '404', '429', '500', '503'];
    expect(namesThat(({ responses }) => errors.some((status) => !responses[status]))).toEqual([]);
    const successes = ({ responses }: Operation) =>
      Object.keys(responses).filter((status) => status.startsWith('2'));
    expect(namesThat((operation) => successes(operation).length === 0)).toEqual([]);
  });

  test('says which headers a reply has', () => {
    const odd = operations.flatMap(({ name, responses }) =>
      Object.entries(responses)
        .filter(([status, { headers }]) => {
          const wanted = ['X-Request-Id', ...(['429', '503'].includes(status) ? ['Retry-After'] : [])];
          return Object.keys(headers as Json).join() !== wanted.join();
        })
        .map(([status]) => `${name} ${status}`),
    );
    expect(odd).toEqual([]);
  });

  test('describes every parameter', () => {
    const bare = operations.flatMap(({ name, parameters = [] }) =>
      parameters
        .filter(({ description }) => !description?.trim())
        .map((parameter) => `${name} ${parameter.name}`),
    );
    expect(bare).toEqual([]);
  });

  test('says how many values a list may have', () => {
    const unbounded = operations.flatMap(({ name, parameters = [] }) =>
      parameters
        .filter(({ schema }) => schema.type === 'array' && schema.maxItems === undefined)
        .map((parameter) => `${name} ${parameter.name}`),
    );
    expect(unbounded.sort()).toEqual(Object.keys(UNBOUNDED_LISTS).sort());
  });

  test('declares each of its path’s parameters', () => {
    const declared = ({ name, parameters = [] }: Operation) =>
      [...name.matchAll(/\{(\w+)\}/g)].every((match) =>
        parameters.some((p) => p.in === 'path' && p.name === match[1]),
      );
    expect(namesThat((operation) => !declared(operation))).toEqual([]);
  });
});

/** The names of all components that a schema uses, those inside components too. */
function componentsOf(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const item of node) componentsOf(item, found);
  else if (node && typeof node === 'object') {
    for (const [key, value] of Object.entries(node)) {
      const name = key === '$ref' && typeof value === 'string' ? value.split('/').at(-1) : undefined;
      if (name && !found.has(name)) {
        found.add(name);
        componentsOf(document.components.schemas[name], found);
      } else if (!name) componentsOf(value, found);
    }
  }
  return found;
}

/** Every field of every object of a schema, as `Component.field`, with its own schema. */
function fieldsOf(at: string, node: unknown): [string, Json][] {
  if (Array.isArray(node)) return node.flatMap((item) => fieldsOf(at, item));
  if (!node || typeof node !== 'object') return [];
  const { properties, examples: _e, default: _d, enum: _v, ...rest } = node as Json;
  const fields = Object.entries((properties ?? {}) as Record<string, Json>);
  return [
    ...fields.map(([name, schema]) => [`${at}.${name}`, schema] as [string, Json]),
    ...fields.flatMap(([name, schema]) => fieldsOf(`${at}.${name}`, schema)),
    ...Object.values(rest).flatMap((value) => fieldsOf(at, value)),
  ];
}

describe('what a client library needs to know', () => {
  test('each operation says its scope, and its rate limit where it has one of its own', () => {
    const silent = operations.filter(isOfTokens).filter((operation) => {
      const text = String(operation.description);
      const limit = /Rate limit: (\d+) requests a (\w+)\./.exec(text);
      return (
        !text.includes(`Scope: ${operation['x-scope']}.`) ||
        operation['x-rate-limit'] !== (limit ? `${limit[1]}/${limit[2]}` : undefined)
      );
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('each operation has a group and a method, and no two the same', () => {
    const names = operations.map((operation) => {
      const { group, method } = operation['x-sdk'] as { group: string; method: string };
      return `${group}.${method}`;
    });
    expect(
      names.filter((name) => !/^(?:(?:preview|weekly10)\.)?[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name)),
    ).toEqual([]);
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  });

  test('a list says how it goes on', () => {
    const takes = ({ parameters = [] }: Operation, name: string) =>
      parameters.some((one) => one.name === name);
    const odd = operations.filter((operation) => {
      const pages = operation.name.endsWith('/stream')
        ? 'stream'
        : takes(operation, 'after')
          ? 'cursor'
          : takes(operation, 'offset')
            ? 'offset'
            : undefined;
      return operation['x-pages'] !== pages;
    });
    expect(odd.map(({ name }) => name)).toEqual([]);
    expect(new Set(operations.map((operation) => operation['x-pages']))).toEqual(
      new Set(['cursor', 'stream', 'offset', undefined]),
    );
  });

  test('a list says where a page has its objects', () => {
    const schemaAt = (schema: Json, names: string[]): Json => {
      const known = schema.$ref
        ? (document.components.schemas[String(schema.$ref).split('/').at(-1) as string] as Json)
        : schema;
      const [name, ...rest] = names;
      return name === undefined
        ? known
        : schemaAt((known.properties as Record<string, Json>)[name] as Json, rest);
    };
    const lists = operations.filter((operation) => operation['x-pages']);
    expect(lists.length).toBeGreaterThan(30);
    for (const { name, responses, 'x-sdk': sdk } of lists) {
      const [json] = Object.values(responses['200']?.content as Record<string, { schema: Json }>);
      const { items } = sdk as { items: string };
      expect(schemaAt(json?.schema as Json, items.split('.')).type, name).toBe('array');
    }
  });

  test('only what reads is safe to repeat without a key', () => {
    const odd = operations.filter(
      (operation) => operation['x-safe-to-retry'] !== operation.name.startsWith('GET '),
    );
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  test('a move says from which statuses it leads where', () => {
    const moving = operations.filter((operation) => operation['x-moves']);
    expect(moving.length).toBeGreaterThan(10);
    for (const operation of moving)
      for (const move of Object.values(operation['x-moves'] as Record<string, Json>))
        expect(move, operation.name).toEqual({ from: expect.any(Array), to: expect.any(String) });
  });

  test('each reply with fields has a name', () => {
    const nameless = operations.flatMap(({ name, responses }) =>
      Object.entries(responses)
        .filter(([status]) => status.startsWith('2'))
        .flatMap(([, reply]) => Object.values((reply.content ?? {}) as Record<string, Json>))
        .filter(({ schema }) => (schema as Json)?.properties)
        .map(() => name),
    );
    expect(nameless).toEqual([]);
  });
});

describe('every schema', () => {
  /** Envelopes say nothing that the operation does not say: `data` of a page or a single object. */
  const envelope = (schema: Json): boolean =>
    '$ref' in schema || (schema.type === 'array' && '$ref' in ((schema.items ?? {}) as Json));

  test('describes every field', () => {
    const described = ({ description, $ref }: Json): boolean => {
      const component = document.components.schemas[String($ref).split('/').at(-1) as string];
      return Boolean(description ?? component?.description);
    };
    const named = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
      fieldsOf(name, schema).filter(([, field]) => !name.endsWith('Reply') || !envelope(field)),
    );
    const inline = operations.flatMap(({ name, requestBody, responses }) =>
      fieldsOf(name, [requestBody, Object.values(responses)]).filter(([, schema]) => !envelope(schema)),
    );
    const bare = [...named, ...inline].filter(([, schema]) => !described(schema)).map(([at]) => at);
    expect([...new Set(bare)].sort()).toEqual([...UNDESCRIBED].sort());
  });

  test('of a request is another than that of a reply', () => {
    const sent = new Set(operations.flatMap(({ requestBody }) => [...componentsOf(requestBody)]));
    const answered = new Set(operations.flatMap(({ responses }) => [...componentsOf(responses)]));
    // A choice of words is the same both ways.
    const both = [...sent].filter((name) => answered.has(name) && !document.components.schemas[name]?.enum);
    expect(both.sort()).toEqual(Object.keys(BOTH_WAYS).sort());
  });

  test('of our own request bodies refuses fields that it does not name', () => {
    const bodies = operations.filter((operation) => operation['x-crewready'] && operation.requestBody);
    const open = bodies.filter(({ requestBody }) => {
      const name = /schemas\/(\w+)"/.exec(JSON.stringify(requestBody))?.[1];
      return document.components.schemas[name ?? '']?.additionalProperties !== false;
    });
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test('of a reply never allows null: an absent field is left out, but on the weekly10 surface', () => {
    const nullable = Object.entries(document.components.schemas)
      .flatMap(([name, schema]) => fieldsOf(name, schema))
      .filter(
        ([, schema]) => schema.nullable || schema.type === 'null' || [schema.type].flat().includes('null'),
      )
      .map(([at]) => at);
    const answered = new Set(operations.flatMap(({ responses }) => [...componentsOf(responses)]));
    expect(nullable.filter((at) => answered.has(at.split('.')[0] as string)).sort()).toEqual(
      Object.keys(NULLABLE).sort(),
    );
  });

  test('speaks for itself, in full sentences', () => {
    const texts = JSON.stringify(document).matchAll(/"(?:description|summary)":"((?:[^"\\]|\\.)*)"/g);
    const odd = [...texts]
      .map((match) => match[1] as string)
      .filter((text) => /\b(TODO|FIXME|TBD|lorem)\b/i.test(text) || text.trim() !== text);
    expect(odd).toEqual([]);
  });
});
