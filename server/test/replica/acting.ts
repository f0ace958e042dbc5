import type { Acting, Ids } from '../probe.ts';
import { PROBES } from '../probes.ts';
import { client, type Reply, type TestApp, type TestOrg } from '../start-app.ts';
import { Random } from './random.ts';

/** There is nothing yet that an action could be about. */
class NothingYet extends Error {}

const ACTIONS = PROBES.flatMap(({ actions = {} }) => Object.entries(actions));
/** What ends an object is done less often, so that there are objects. */
const OFTEN = ACTIONS.filter(([name]) => !/^(delete|archive)/.test(name));

/** What a refusal says of an object that is hardly worth another try. */
const GONE = /not found|there is no|is (deleted|archived)/i;

/** How often each action was tried, how often nothing was refused, and else why. */
export type Score = Map<string, Counts>;
interface Counts {
  tried: number;
  done: number;
  refusals: Set<string>;
}

/** Told of each write that was done. */
export type Done = (method: string, path: string, body: unknown) => void;

/** Several writers at once, each with choices of its own, on all of `urls`. */
export async function writeAtRandom(
  server: TestApp,
  urls: readonly string[],
  ids: Ids,
  { seed, writes, writers, done = () => {} }: { seed: number; writes: number; writers: number; done?: Done },
): Promise<Score> {
  const known = new Map(Object.entries(ids).map(([kind, id]) => [kind, [id]]));
  const score: Score = new Map(ACTIONS.map(([name]) => [name, { tried: 0, done: 0, refusals: new Set() }]));
  let begun = 0;
  const write = async (writer: number): Promise<void> => {
    const random = new Random(seed + writer);
    while (begun < writes) {
      // Each is done once first, so that there is something of everything.
      const [name, act] = ACTIONS[begun++] ?? random.pick(random.chance(0.35) ? ACTIONS : OFTEN);
      const count = score.get(name) as Counts;
      const actor = new Actor(server, urls, known, random, done);
      count.tried += 1;
      try {
        await act(actor);
        if (actor.refused) count.refusals.add(actor.refused);
        else count.done += 1;
      } catch (error) {
        if (!(error instanceof NothingYet)) throw new Error(`${name}: ${error}`, { cause: error });
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return score;
}

class Actor implements Acting {
  readonly server: TestApp;
  readonly org: TestOrg;
  readonly random: Random;
  /** What the last refusal said. */
  refused = '';
  readonly #urls: readonly string[];
  readonly #known: Map<string, string[]>;
  readonly #done: Done;

  constructor(
    server: TestApp,
    urls: readonly string[],
    known: Map<string, string[]>,
    random: Random,
    done: Done,
  ) {
    this.#done = done;
    this.server = server;
    this.org = server.org;
    this.random = random;
    this.#urls = urls;
    this.#known = known;
  }

  some(kind: string): string {
    const all = this.#known.get(kind);
    if (!all) throw new NothingYet(kind);
    return this.random.pick(all);
  }

  few(kind: string): string[] {
    const count = this.#known.has(kind) ? this.random.below(3) : 0;
    return [...new Set(Array.from({ length: count }, () => this.some(kind)))];
  }

  add(kind: string, id: unknown): void {
    if (typeof id !== 'string') return;
    const all = this.#known.get(kind) ?? [];
    all.push(id);
    this.#known.set(kind, all);
  }

  async send(method: string, path: string, body?: unknown): Promise<Reply> {
    const to = client(this.random.pick(this.#urls), this.org.token);
    const headers: Record<string, string> = {};
    if (this.random.chance(0.05)) headers['idempotency-key'] = this.random.code();
    // Now and then it is only tried, or sent twice: neither may leave a trace.
    if (this.random.chance(0.05)) {
      const tried = `${path}${path.includes('?') ? '&' : '?'}dryRun=true`;
      await this.#sent(await to.send(method, tried, body), path);
    }
    const reply = await this.#sent(await to.send(method, path, body, headers), path);
    if (reply.status < 300) this.#done(method, path, body);
    if (headers['idempotency-key'] && reply.status < 300)
      await this.#sent(await to.send(method, path, body, headers), path);
    if (reply.status >= 300) this.refused = reply.text;
    if (reply.status >= 400 && GONE.test(reply.text)) this.#forget(reply.text);
    return reply;
  }

  #forget(text: string): void {
    for (const ids of this.#known.values()) {
      const at = ids.findIndex((id) => text.includes(id));
      if (at >= 0 && ids.length > 1) ids.splice(at, 1);
    }
  }

  async #sent(reply: Reply, path: string): Promise<Reply> {
    if (reply.status >= 500) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return reply;
  }
}
