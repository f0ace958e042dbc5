import { ApiError } from './errors.ts';

/** Where a write over many rows notes what is wrong with one of them. */
export interface Problems {
  add(index: number, error: ApiError): void;
  /** Throws when something was noted; called before each step that needs sound rows. */
  check(): void;
}

/** For one object: its first problem is the answer. */
export const firstProblem: Problems = {
  add(_index, error) {
    throw error;
  },
  check() {},
};

/** 400 for a batch: every row that is wrong, and why. Nothing of the batch is written. */
export class BatchError extends ApiError {
  readonly problems: { row: number; message: string }[];

  constructor(problems: { row: number; message: string }[]) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (${problems.length} problems in all)` : '';
    super(400, `Row ${(first?.row ?? 0) + 1}: ${first?.message}${more}`);
    this.problems = problems;
  }
}

/** For a batch: collects every problem and throws them together. */
export function allProblems(): Problems {
  const problems: { row: number; message: string }[] = [];
  return {
    add: (row, error) => void problems.push({ row, message: error.message }),
    check() {
      if (problems.length > 0) throw new BatchError(problems);
    },
  };
}

/** Notes every row whose key an earlier row has too. */
export function refuseRepeated(
  keys: readonly (string | null | undefined)[],
  problems: Problems,
  toError: (key: string) => ApiError,
): void {
  const seen = new Set<string>();
  for (const [index, key] of keys.entries()) {
    if (!key) continue;
    if (seen.has(key)) problems.add(index, toError(key));
    seen.add(key);
  }
}

/** Runs a check of one row that throws, and notes what it throws. */
export function noteThrown(problems: Problems, index: number, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    problems.add(index, error);
  }
}

/** Works through a batch row by row, notes what is thrown about one, and throws it all together at the end. */
export async function eachRow<T, R>(
  rows: readonly T[],
  work: (row: T, index: number) => Promise<R>,
): Promise<R[]> {
  const problems = allProblems();
  const done: R[] = [];
  for (const [index, row] of rows.entries()) {
    try {
      done.push(await work(row, index));
    } catch (error) {
      noteThrown(problems, index, () => {
        throw error;
      });
    }
  }
  problems.check();
  return done;
}
