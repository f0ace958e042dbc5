import { ApiError, type Problem } from '../errors.ts';

/** Where a write notes what is wrong with one of its rows. */
export interface Problems {
  add(row: number, error: ApiError): void;
  /** Throws when something was noted; called before each step that needs sound rows. */
  check(): void;
}

/** For one object: its first problem is the answer. */
export const firstProblem: Problems = {
  add(_row, error) {
    throw error;
  },
  check() {},
};

/** 400 for a batch: every row that is wrong, and why. Nothing of the batch is written. */
export class BatchError extends ApiError {}

/** For a batch: collects every problem and throws them together. */
export function allProblems(): Problems {
  const noted: Problem[] = [];
  return {
    add: (row, { problems }) => void noted.push(...problems.map((problem) => ({ ...problem, row }))),
    check() {
      if (noted.length > 0) throw new BatchError(400, noted);
    },
  };
}

/**
 * For one object whose caller is told everything that is wrong with it: collects and throws together what was known
 * before and what is new.
 */
export function eachProblem(
  known: readonly Problem[] = [],
  isNew: (problem: Problem) => boolean = () => true,
): Problems {
  const noted = [...known];
  return {
    add: (_row, { problems }) => void noted.push(...problems.filter(isNew)),
    check() {
      if (noted.length > 0) throw new ApiError(400, noted);
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
export function noteThrown<T>(problems: Problems, row: number, check: () => T): T | undefined {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    problems.add(row, error);
    return undefined;
  }
}

/** 400 for a row that means the same object as an earlier one. */
export const sameAs = (what: string, row: number): ApiError =>
  new ApiError(400, [{ problem: `It is the same ${what} as row ${row + 1}.`, sameAsRow: row }]);

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
