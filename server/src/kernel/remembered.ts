type Word = string | number;

/** The answers of a pure function, each worked out once while it is among the last `most` that were asked for. */
export function remembered<A extends Word>(
  answer: (asked: A) => string,
  most = 20_000,
): (asked: A) => string {
  let known = new Map<A, string>();
  return (asked) => {
    let found = known.get(asked);
    if (found === undefined) {
      found = answer(asked);
      if (known.size >= most) known = new Map();
      known.set(asked, found);
    }
    return found;
  };
}

/** The same for a function of two, the second of which has few values. */
export function rememberedByBoth<A extends Word, B extends Word>(
  answer: (first: A, second: B) => string,
): (first: A, second: B) => string {
  const MOST_SECONDS = 500;
  let bySecond = new Map<B, (first: A) => string>();
  return (first, second) => {
    let ofSecond = bySecond.get(second);
    if (ofSecond === undefined) {
      ofSecond = remembered((asked: A) => answer(asked, second));
      if (bySecond.size >= MOST_SECONDS) bySecond = new Map();
      bySecond.set(second, ofSecond);
    }
    return ofSecond(first);
  };
}
