import { SingleBar } from 'cli-progress';

/** Thrown for what the operator typed wrong; exit code 2. */
export class UsageError extends Error {}

/** Prints `value` as one JSON line for machines, or the text for people. */
export function print(json: boolean | undefined, value: unknown, text: string): void {
  process.stdout.write(`${json ? JSON.stringify(value) : text}\n`);
}

/** Prints why a command failed, never how it got there. Returns the exit code. */
export function failure(error: unknown, json: boolean): number {
  const message = error instanceof Error ? error.message || error.name : String(error);
  process.stderr.write(json ? `${JSON.stringify({ error: message })}\n` : `${message}\n`);
  return error instanceof UsageError ? 2 : 1;
}

/** Rows in columns, each as wide as its widest cell. */
export function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** How far a long command is. */
export interface Progress {
  advance(count: number): void;
  done(): void;
}

/** A bar on a terminal, silent everywhere else. */
export function startProgress(what: string, total: number, json: boolean | undefined): Progress {
  if (json || !process.stderr.isTTY) return { advance() {}, done() {} };
  const bar = new SingleBar({
    format: `${what} {bar} {value}/{total} · {eta_formatted} left`,
    stream: process.stderr,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return { advance: (count) => bar.increment(count), done: () => bar.stop() };
}
