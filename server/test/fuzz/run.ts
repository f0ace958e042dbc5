import { request as open } from 'node:http';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { inPlace } from '../contract.ts';
import { type Json, Operations } from '../operations.ts';
import { makeIds } from '../probes.ts';
import { writeAtRandom } from '../replica/acting.ts';
import { Random } from '../replica/random.ts';
import type { TestApp, TestOrg } from '../start-app.ts';
import { asCurl, type FuzzRequest, Requests } from './requests.ts';

/** Requests to one organization before the next, whose objects are fresh. */
const TURN = 4000;
const MOST_CPU_MS = 2000;

export interface Fuzzed {
  requests: number;
  /** What is wrong, with the request that shows it. */
  faults: string[];
  /** How many of each operation's replies were of each class: `2xx`. */
  replies: Map<string, Record<string, number>>;
  slowestCpuMs: number;
  slowestMs: number;
}

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

/** Sends random requests of the contract, one after the other, and looks at every reply. */
export async function fuzz(
  server: TestApp,
  { requests, seed, progress }: { requests: number; seed: number; progress?: (done: number) => void },
): Promise<Fuzzed> {
  const random = new Random(seed);
  const document = server.app.swagger() as unknown as Json;
  const check = replyCheck({ ...document, paths: inPlace(document.paths, document.components) });
  const found: Fuzzed = { requests, faults: [], replies: new Map(), slowestCpuMs: 0, slowestMs: 0 };
  let [org, source] = await turn(server, random);
  for (let n = 0; n < requests; n += 1) {
    if (n > 0 && n % TURN === 0) [org, source] = await turn(server, random);
    const request = source.next();
    const [cpu, began] = [process.cpuUsage(), performance.now()];
    const answer = await send(server, org, request);
    const { user, system } = process.cpuUsage(cpu);
    const cpuMs = (user + system) / 1000;
    found.slowestCpuMs = Math.max(found.slowestCpuMs, cpuMs);
    found.slowestMs = Math.max(found.slowestMs, performance.now() - began);
    const counts = found.replies.get(request.operation.name) ?? {};
    const kind = `${Math.floor(answer.status / 100)}xx`;
    found.replies.set(request.operation.name, { ...counts, [kind]: (counts[kind] ?? 0) + 1 });
    const problem =
      check(request, answer) ?? (cpuMs > MOST_CPU_MS ? `took ${Math.round(cpuMs)} ms of CPU` : undefined);
    if (problem && found.faults.length < 50)
      found.faults.push(
        `${problem}\n  seed ${seed}, request ${n}: ${asCurl(request)}\n  ${answer.text.slice(0, 500)}`,
      );
    progress?.(n + 1);
  }
  return found;
}

/** An organization with one object of each kind, and requests about them. */
async function turn(server: TestApp, random: Random): Promise<[TestOrg, Requests]> {
  const org = await server.makeOrg();
  const ids = await makeIds(server, org);
  const requests = new Requests(new Operations(server.app, ids), random);
  const done = requests.keep.bind(requests);
  await writeAtRandom({ ...server, org }, [server.url], ids, {
    seed: random.below(1e6),
    writes: 150,
    writers: 1,
    done,
  });
  return [org, requests];
}

/** What is wrong with a reply by the contract: its status, or its body. */
function replyCheck(document: Json): (request: FuzzRequest, answer: Answer) => string | undefined {
  const ajv = addFormats.default(new Ajv({ strict: false }));
  ajv.addSchema(document, 'contract');
  const known = new Map<string, ValidateFunction>();
  const paths = document.paths as Record<string, Record<string, { responses: Record<string, Json> }>>;
  return ({ operation, method, url }, { status, headers, text }) => {
    if (status >= 500 && !(status === 503 && headers['retry-after'])) return `${method} answers ${status}`;
    const { responses } = paths[operation.path]?.[method.toLowerCase()] ?? { responses: {} };
    // With an empty id it is another path's operation.
    if (/\/(\?|$)/.test(url) && !operation.path.endsWith('/')) return undefined;
    // Refused before it is known which operation is meant.
    if (!responses[status])
      return [405, 414, 431].includes(status) ? undefined : `${status} is not in the contract`;
    const type = 'application/json';
    if (!String(headers['content-type']).startsWith(type) || text === '') return undefined;
    if (!(responses[status].content as Json | undefined)?.[type])
      return `${status} has a body, and none in the contract`;
    const place = [operation.path, method.toLowerCase(), 'responses', status, 'content', type, 'schema'];
    const pointer = place.map((part) =>
      encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1')),
    );
    const $ref = `contract#/paths/${pointer.join('/')}`;
    const validate = known.get($ref) ?? ajv.compile({ $ref });
    known.set($ref, validate);
    return validate(JSON.parse(text))
      ? undefined
      : `${status} misses its schema: ${ajv.errorsText(validate.errors)}`;
  };
}

function send(server: TestApp, org: TestOrg, { method, url, headers, body }: FuzzRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = open(
      server.url + url,
      { method, headers: { ...headers, authorization: `Bearer ${org.token}` } },
      (reply) => {
        const pieces: Buffer[] = [];
        reply.on('data', (piece) => pieces.push(piece));
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            text: Buffer.concat(pieces).toString(),
          }),
        );
        reply.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
