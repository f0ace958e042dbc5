import { isIPv6 } from 'node:net';
import { ApiError } from '../errors.ts';

const REFUSALS_WINDOW_MS = 10_000;
const MOST_REFUSALS = 50;
/** Addresses whose refusals are counted; of more, those that were first are forgotten. */
const MOST_ADDRESSES = 10_000;

/** An address, or of IPv6 about the network that one customer is given. */
export const networkOf = (address: string): string => {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = ''] = address.split('::');
  return [...head.split(':'), '0', '0', '0'].slice(0, 4).join(':');
};

/** How many unknown tokens each address sent of late: guesses are refused before they cost a statement. */
export class Refusals {
  #since = Date.now();
  readonly #counts = new Map<string, number>();
  readonly #most: number;

  constructor(limited: boolean) {
    this.#most = limited ? MOST_REFUSALS : Number.POSITIVE_INFINITY;
  }

  /** @throws 429 for an address that has sent too many. */
  check(address: string): void {
    const left = this.#since + REFUSALS_WINDOW_MS - Date.now();
    if (left <= 0) {
      this.#since = Date.now();
      this.#counts.clear();
    } else if ((this.#counts.get(networkOf(address)) ?? 0) >= this.#most)
      throw new ApiError(429, 'Too many unknown tokens came from this address.', {
        'retry-after': String(Math.ceil(left / 1000)),
      });
  }

  note(address: string): void {
    const network = networkOf(address);
    const count = (this.#counts.get(network) ?? 0) + 1;
    this.#counts.set(network, count);
    if (this.#counts.size > MOST_ADDRESSES) this.#counts.delete(this.#counts.keys().next().value as string);
  }
}
