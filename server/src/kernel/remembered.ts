type Word = string | number;

/** Answers of pure functions, each worked out once while it is among the last that were asked for. */
function remembered<A extends Word, T>(answer: (asked: A) => T): (asked: A) => T {
  const MOST = 20_000;
  let known = new Map<A, T>();
  return (asked) => {
    let found = known.get(asked);
    if (found === undefined) {
      found = answer(asked);
      if (known.size >= MOST) known = new Map();
      known.set(asked, found);
    }
    return found;
  };
}

/** Remembers what a pure function of two says; the second has few values. */
export function rememberedByBoth<A extends Word, B extends Word, T>(
  answer: (first: A, second: B) => T,
): (first: A, second: B) => T {
  const MOST_SECONDS = 500;
  let bySecond = new Map<B, (first: A) => T>();
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
