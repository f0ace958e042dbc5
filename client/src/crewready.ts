import { Call } from './call.ts';
import { operations } from './generated/operations.ts';
import { type Jobs, jobsOf } from './jobs.ts';
import { type Page, Pages, pageOf, Stream } from './pages.ts';
import { type Input, operationOf } from './request.ts';
import type { Listener, Settings, StreamOptions, WriteOptions } from './settings.ts';
import { type Answer, Transport } from './transport.ts';
import type { Operations } from './types.ts';

type Tree = { [name: string]: Tree | ((...given: never[]) => unknown) };

class Client {
  private readonly transport: Transport;

  constructor(settings: Settings | Transport) {
    this.transport = settings instanceof Transport ? settings : new Transport(settings);
    const tree: Tree = {};
    for (const [group, lines] of Object.entries(operations)) {
      const methods = group.split('.').reduce<Tree>((at, name) => {
        at[name] ??= {};
        return at[name] as Tree;
      }, tree);
      for (const [name, line] of Object.entries(lines as Record<string, string>))
        methods[name] = methodOf(this.transport, line);
    }
    join(tree, jobsOf(tree as unknown as Operations) as unknown as Tree);
    Object.assign(this, tree);
  }

  /** The same client with other settings: another caller, another patience. Listeners hear it too. */
  with(settings: Partial<Settings>): Crewready {
    const { transport } = this;
    return new Client(
      new Transport({ ...transport.settings, ...settings }, transport.listeners),
    ) as unknown as Crewready;
  }

  /** Hears of every try when it is over; answers what ends that. */
  on(_event: 'request', listener: Listener): () => void {
    this.transport.listeners.add(listener);
    return () => this.transport.listeners.delete(listener);
  }
}

/** A client of a Crewready server: `crew.group.method(input, options)`. */
export type Crewready = Client & Operations & Jobs;
export const Crewready = Client as unknown as new (settings: Settings) => Crewready;

function methodOf(transport: Transport, line: string) {
  const operation = operationOf(line);
  const { answered, items } = operation;
  if (answered === 'data' || answered === 'whole' || answered === 'bytes' || answered === 'none')
    return (input: Input = {}, options: WriteOptions = {}) =>
      new Call(
        transport.send(operation, input, options).then(({ data, response }) => ({
          data: answered === 'data' ? (data as { data: unknown } | undefined)?.data : data,
          response,
        })),
      );
  return (input: Input = {}, options: StreamOptions = {}) => {
    const ask = async (
      after: string | undefined,
      own?: { retries: number },
    ): Promise<Answer<Page<unknown>>> => {
      const at = after === undefined ? {} : { [answered === 'offset' ? 'offset' : 'after']: after };
      const { data, response } = await transport.send(operation, { ...input, ...at }, { ...options, ...own });
      const offset = Number(after ?? input.offset ?? 0);
      return { data: pageOf(data, items, offset), response };
    };
    return answered === 'stream' ? new Stream(ask, options) : new Pages(ask);
  };
}

function join(tree: Tree, more: Tree): void {
  for (const [name, part] of Object.entries(more))
    if (typeof part === 'function') tree[name] = part;
    else join(tree[name] as Tree, part);
}
