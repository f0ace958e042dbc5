const WORDS = [
  'North',
  'South',
  'Ünal',
  "O'Neil",
  '"quoted"',
  '日本',
  'a\\b',
  'x, y',
  '\u{1F69A}',
  ' spaced ',
  '</script>',
];

/** Random choices that a seed repeats. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0, included, to 1, excluded (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** From 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** Some of the fields, at least one of them. */
  some<T extends object>(fields: T): Partial<T> {
    const names = Object.keys(fields) as (keyof T)[];
    const kept = names.filter(() => this.chance(0.4));
    return Object.fromEntries([...kept, this.pick(names)].map((name) => [name, fields[name]])) as Partial<T>;
  }

  /** A text that nobody else has, of letters that are hard to handle. */
  text(): string {
    return `${this.pick(WORDS)} ${this.code()}`;
  }

  /** Eight letters and digits that nobody else has. */
  code(): string {
    return this.below(36 ** 5).toString(36) + this.below(36 ** 3).toString(36);
  }

  /** A whole second between 2025 and 2035. */
  time(): string {
    return `${new Date(Date.UTC(2025, 0, 1) + this.below(10 * 365 * 86_400) * 1000).toISOString().slice(0, 19)}Z`;
  }
}
