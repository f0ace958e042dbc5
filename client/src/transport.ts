import createClient from 'openapi-fetch';
import { CrewreadyError, errorOf, NetworkError, StatusError, TimeoutError } from './errors.ts';
import { type Input, type Operation, prepare } from './request.ts';
import { type Listener, pause, type Settings, type WriteOptions } from './settings.ts';

/** What came, and how. */
export interface Answer<T> {
  data: T;
  response: Response;
}

const RETRIED = new Set([408, 429, 502, 503, 504]);

/** Nobody sits and waits longer than that: the caller is told what the server asks for instead. */
const LONGEST_PAUSE = 60_000;

/** openapi-fetch, without its types: what goes in and comes out is typed by the table of operations. */
type Send = (
  method: string,
  path: string,
  init: Record<string, unknown>,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Sends operations, again where that is safe. */
export class Transport {
  readonly settings: Settings;
  readonly listeners: Set<Listener>;
  private readonly client: Send;

  constructor(settings: Settings, listeners = new Set<Listener>()) {
    const { url, token, headers, fetch } = settings;
    const { location } = globalThis as { location?: { href: string } };
    if (!URL.canParse(url, location?.href)) throw new TypeError(`url: "${url}" is none.`);
    this.settings = settings;
    this.listeners = listeners;
    const { request } = createClient({
      baseUrl: url,
      bodySerializer: (body: unknown) => body as string,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      ...(fetch ? { fetch: (request) => fetch(request) } : {}),
    });
    this.client = request as unknown as Send;
  }

  async send(operation: Operation, input: Input, options: WriteOptions): Promise<Answer<unknown>> {
    const { method, answered } = operation;
    const { dryRun, signal, retries = this.settings.retries ?? 3 } = options;
    // A rehearsal writes nothing, and needs no key to be safe.
    const key = method === 'get' || dryRun ? undefined : (options.idempotencyKey ?? crypto.randomUUID());
    const { path, query, headers, body } = prepare(operation, input);
    const init = {
      params: { path, query: dryRun ? { ...query, dryRun } : query },
      body,
      parseAs: answered === 'bytes' ? 'stream' : 'json',
      headers: { ...headers, ...options.headers, ...(key ? { 'idempotency-key': key } : {}) },
    };
    for (let attempt = 1; ; attempt += 1) {
      const error = await this.try(operation, init, options, attempt, key).catch((error: unknown) => error);
      if (!(error instanceof CrewreadyError)) {
        if (isAnswer(error)) return error;
        throw error;
      }
      const wait = waitOf(error, attempt, this.settings.pause ?? 500);
      if (attempt > retries || wait === undefined) throw error;
      await pause(wait, signal);
    }
  }

  /** @throws a CrewreadyError, or the reason of the caller's own abort */
  private async try(
    { method, path }: Operation,
    init: Record<string, unknown>,
    { signal, timeout = this.settings.timeout ?? 30_000 }: WriteOptions,
    attempt: number,
    idempotencyKey: string | undefined,
  ): Promise<Answer<unknown>> {
    signal?.throwIfAborted();
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeout);
    const began = performance.now();
    let response: Response | undefined;
    let failure: unknown;
    try {
      const reply = await this.client(method, path, {
        ...init,
        signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
      });
      response = reply.response;
      if (response.ok) return { data: reply.data, response };
      failure = errorOf({ response, body: reply.error, idempotencyKey });
    } catch (cause) {
      if (signal?.aborted) failure = signal.reason;
      else if (late.signal.aborted)
        failure = new TimeoutError(`No answer within ${timeout} ms.`, { idempotencyKey, cause });
      else failure = new NetworkError(`No answer: ${reasonOf(cause)}`, { idempotencyKey, cause });
    } finally {
      clearTimeout(timer);
      const requestId = response?.headers.get('x-request-id') ?? undefined;
      const ms = performance.now() - began;
      const event = { method: method.toUpperCase(), path, attempt, ms, status: response?.status };
      for (const listener of this.listeners)
        listener({ ...event, requestId, idempotencyKey, error: failure });
    }
    throw failure;
  }
}

const isAnswer = (value: unknown): value is Answer<unknown> =>
  typeof value === 'object' && value !== null && 'response' in value;

/** Milliseconds until the next try; undefined when there is to be none. */
function waitOf(error: CrewreadyError, attempt: number, first: number): number | undefined {
  if (error instanceof StatusError && !RETRIED.has(error.status)) return undefined;
  const asked = error instanceof StatusError ? error.retryAfter : undefined;
  // Those who were turned away together shall not come back together.
  if (asked === undefined) return Math.min(first * 2 ** (attempt - 1), 8_000) * (0.5 + Math.random() / 2);
  const wait = asked * 1_000 + Math.random() * 250;
  return wait > LONGEST_PAUSE ? undefined : wait;
}

/** fetch says little more than "fetch failed"; its cause has the rest. */
function reasonOf(cause: unknown): string {
  const { message, cause: deeper } = (cause ?? {}) as { message?: string; cause?: { message?: string } };
  return [message, deeper?.message].filter(Boolean).join(': ');
}
