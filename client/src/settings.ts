/** Who is called, by whom, and how patiently. */
export interface Settings {
  /** Where the server is: `https://crew.example.com`. */
  url: string;
  /** Sent as the bearer token; without one a browser sends its session. */
  token?: string | undefined;
  /** Tries after the first one, 3 unless said otherwise. */
  retries?: number | undefined;
  /** Milliseconds before the second try, 500 unless said otherwise; twice as many before each one after it. */
  pause?: number | undefined;
  /** Milliseconds that a try may take, 30,000 unless said otherwise. */
  timeout?: number | undefined;
  /** Sent with every request. */
  headers?: Record<string, string> | undefined;
  /** Instead of the global one. */
  fetch?: typeof fetch | undefined;
}

/** What one call may have of its own. */
export interface Options {
  /** Ends the call, whatever it does at that moment: also the pause between two tries. */
  signal?: AbortSignal | undefined;
  retries?: number | undefined;
  timeout?: number | undefined;
  headers?: Record<string, string> | undefined;
}

export interface WriteOptions extends Options {
  /** Every check is made and the answer is what it would be, but nothing is written. */
  dryRun?: boolean | undefined;
  /** One of your own, to send again what another process began; made for each call otherwise. */
  idempotencyKey?: string | undefined;
}

export interface StreamOptions extends Options {
  /** Milliseconds between two looks when nothing is new, 5,000 unless said otherwise. */
  every?: number | undefined;
}

/** One try, told to `on('request')` when it is over. */
export interface RequestEvent {
  method: string;
  path: string;
  /** From 1. */
  attempt: number;
  ms: number;
  /** Missing when no answer came. */
  status?: number | undefined;
  requestId?: string | undefined;
  idempotencyKey?: string | undefined;
  error?: unknown;
}

export type Listener = (event: RequestEvent) => void;

/** Waits; an aborted signal ends it with the signal's reason. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const aborted = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }, ms);
    signal?.addEventListener('abort', aborted, { once: true });
  });
}
