import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What happens to a request on its way to the real server: it is refused on the way, never comes there, its answer is
 * lost whole or in the middle, or comes too late. `pass` is none of these.
 */
export type Fault =
  | { status: number; headers?: Record<string, string> }
  | 'before'
  | 'answer'
  | 'half'
  | 'late'
  | 'pass';

/** A server that fails on purpose, in front of the real one. */
export interface Faulty {
  url: string;
  /** What happens to the next requests, in this order; those after them pass. */
  faults: Fault[];
  /** Every request that came, with its key. */
  seen: { method: string; url: string; key: string | undefined; at: number }[];
  stop(): Promise<void>;
}

export async function faulty(to: string): Promise<Faulty> {
  const faults: Fault[] = [];
  const seen: Faulty['seen'] = [];
  const server = createServer((from, reply) => {
    const { method = '', url = '', headers } = from;
    const key = headers['idempotency-key'];
    seen.push({ method, url, key: typeof key === 'string' ? key : undefined, at: performance.now() });
    const fault = faults.shift() ?? 'pass';
    if (fault === 'before') reply.destroy();
    else if (typeof fault === 'object') {
      from.resume();
      reply.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      reply.end(JSON.stringify({ message: 'On purpose.', requestId: 'on-purpose' }));
    } else void passOn(to, from, reply, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    seen,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function passOn(
  to: string,
  from: IncomingMessage,
  reply: ServerResponse,
  fault: 'answer' | 'half' | 'late' | 'pass',
): Promise<void> {
  const { method, url, headers } = from;
  const onward = request(
    to + url,
    { method, headers: { ...headers, connection: 'close' } },
    async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      // By now the real server has done what it was asked for.
      if (fault === 'answer') return reply.destroy();
      if (fault === 'late') return undefined;
      const { connection, 'transfer-encoding': _chunked, ...told } = answer.headers;
      reply.writeHead(answer.statusCode ?? 500, { ...told, 'content-length': body.length });
      if (fault === 'pass') return reply.end(body);
      reply.write(body.subarray(0, Math.floor(body.length / 2)), () => reply.destroy());
      return undefined;
    },
  );
  onward.on('error', () => reply.destroy());
  from.pipe(onward);
}
