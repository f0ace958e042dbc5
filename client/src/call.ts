import type { Answer } from './transport.ts';

// biome-ignore lint/suspicious/noExplicitAny: as every promise has it, so that `(error: Error) => …` will do
type Reason = any;

/** A call under way: a promise of its data, and of the reply around it. */
export class Call<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'Call';
  private readonly answer: Promise<Answer<T>>;
  private readonly data: Promise<T>;

  constructor(answer: Promise<Answer<T>>) {
    this.answer = answer;
    this.data = answer.then(({ data }) => data);
  }

  /** The data together with the reply that it came in, for its headers. */
  raw(): Promise<Answer<T>> {
    // Whoever asks for the whole reply hears of a failure there.
    this.data.catch(() => {});
    return this.answer;
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise
  then<A = T, B = never>(
    done?: ((data: T) => A | PromiseLike<A>) | null,
    failed?: ((reason: Reason) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.data.then(done, failed);
  }

  catch<B = never>(failed?: ((reason: Reason) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(null, failed);
  }

  finally(done?: (() => void) | null): Promise<T> {
    return this.then().finally(done);
  }
}
