/** What a supply is to give, and what became of it. */
export interface Seen {
  given: number;
  most: number;
  over: boolean;
  failsAt?: number;
}

export async function* supplyOf(seen: Seen): AsyncGenerator<Uint8Array> {
  try {
    while (seen.given < seen.most) {
      if (seen.given === seen.failsAt) throw new Error('no more supply');
      seen.given += 1;
      yield new Uint8Array(1);
    }
  } finally {
    seen.over = true;
  }
}
