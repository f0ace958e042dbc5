import { CrewreadyError } from './errors.ts';
import { pause, type StreamOptions } from './settings.ts';
import type { Answer } from './transport.ts';

/** One page of a list or stream. */
export interface Page<Item, Reply = unknown> {
  data: Item[];
  /** Send it as `after` to go on from here, in this process or another. */
  endCursor: string;
  hasNextPage: boolean;
  /** The page as it came, with whatever else it says. */
  reply: Reply;
}

type Ask<Item, Reply> = (
  after: string | undefined,
  options?: { retries: number },
) => Promise<Answer<Page<Item, Reply>>>;

/** Objects one by one, pages one by one, or the first page alone: nothing is asked before one of them is wanted. */
abstract class Paged<Item, Reply> implements AsyncIterable<Item>, PromiseLike<Page<Item, Reply>> {
  protected readonly ask: Ask<Item, Reply>;

  constructor(ask: Ask<Item, Reply>) {
    this.ask = ask;
  }

  abstract pages(): AsyncGenerator<Page<Item, Reply>, void>;

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    for await (const { data } of this.pages()) yield* data;
  }

  /** The first page together with the reply that it came in. */
  raw(): Promise<Answer<Page<Item, Reply>>> {
    return this.ask(undefined);
  }

  // biome-ignore lint/suspicious/noThenProperty: awaiting it is asking for the first page
  then<A = Page<Item, Reply>, B = never>(
    done?: ((page: Page<Item, Reply>) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.raw()
      .then(({ data }) => data)
      .then(done, failed);
  }
}

/** A list. */
export class Pages<Item, Reply = unknown> extends Paged<Item, Reply> {
  async *pages(): AsyncGenerator<Page<Item, Reply>, void> {
    for (let after: string | undefined; ; ) {
      const { data: page } = await this.ask(after);
      yield page;
      if (!page.hasNextPage) return;
      after = page.endCursor;
    }
  }

  /** Every object there is. @throws RangeError when there are more than `limit` */
  async toArray(limit: number): Promise<Item[]> {
    const all: Item[] = [];
    for await (const { data } of this.pages()) {
      if (all.length + data.length > limit) throw new RangeError(`There are more than ${limit} objects.`);
      all.push(...data);
    }
    return all;
  }
}

/** Everything that changes, for ever, or until its `endTime`. */
export class Stream<Item, Reply = unknown> extends Paged<Item, Reply> {
  private readonly options: StreamOptions;

  constructor(ask: Ask<Item, Reply>, options: StreamOptions) {
    super(ask);
    this.options = options;
  }

  /** Pages with changes, and one without whenever there are no more for now. */
  async *pages(): AsyncGenerator<Page<Item, Reply>, void> {
    const { every = 5_000, signal, retries = Number.POSITIVE_INFINITY } = this.options;
    let last: Page<Item, Reply> | undefined;
    for (;;) {
      // Whoever has read one page is patient: the next one may wait for a restart of the server.
      const { data: page } = await (last ? this.ask(last.endCursor, { retries }) : this.ask(undefined));
      const isNews = page.data.length > 0 || page.endCursor !== last?.endCursor || last.data.length > 0;
      if (isNews) yield page;
      if (!page.hasNextPage) return;
      if (!page.endCursor) throw new CrewreadyError('The page has no cursor to go on from.');
      last = page;
      if (page.data.length === 0) await pause(every, signal);
    }
  }
}

/** A page out of a reply: its objects are where `items` leads, and it goes on at a cursor or at an offset. */
export function pageOf(reply: unknown, items: string[], offset: number): Page<unknown> {
  const data = items.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], reply) as unknown[];
  const { pagination, next } = reply as {
    pagination?: { endCursor: string; hasNextPage: boolean };
    next?: string | null;
  };
  if (pagination) return { data, ...pagination, reply };
  const hasNextPage = Boolean(next);
  return { data, endCursor: hasNextPage ? String(offset + data.length) : '', hasNextPage, reply };
}
