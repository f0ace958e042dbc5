/** The answers of a pure function, each worked out once while it is among the last `most` that were asked for. */
export function remembered<A extends readonly (string | number)[]>(
  answer: (...asked: A) => string,
  most = 20_000,
): (...asked: A) => string {
  let known = new Map<string, string>();
  return (...asked) => {
    const key = asked.length === 1 ? String(asked[0]) : `${asked[0]} ${asked[1]}`;
    let found = known.get(key);
    if (found === undefined) {
      found = answer(...asked);
      if (known.size >= most) known = new Map();
      known.set(key, found);
    }
    return found;
  };
}
