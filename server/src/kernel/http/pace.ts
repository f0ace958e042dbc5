import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { refuseConnection } from './replies.ts';

/** What is asked of whoever sends: so many bytes from look to look, after so many looks of patience. */
export interface Pace {
  everyMs: number;
  leastBytes: number;
  patience: number;
  /** How long nothing at all may come or go; longer than any statement may take. */
  silentMs: number;
}

/** 1 KiB a second over half a minute is less than the slowest mobile network gives. */
const PACE: Pace = { everyMs: 10_000, leastBytes: 10 * 1024, patience: 3, silentMs: 120_000 };

interface Watched {
  response: ServerResponse;
  read: number;
  slowLooks: number;
}

/** Cuts requests whose body trickles in, and replies that nobody reads: each holds memory, and some a thread. */
export function watchPace(server: Server, { everyMs, leastBytes, patience, silentMs }: Pace = PACE): void {
  const requests = new Map<IncomingMessage, Watched>();
  server.setTimeout(silentMs);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    requests.set(request, { response, read: request.socket.bytesRead, slowLooks: 0 });
    response.once('close', () => requests.delete(request));
  });
  const look = (): void => {
    for (const [request, watched] of requests) {
      const { socket } = request;
      // What we have not taken yet is not the client's fault.
      const isSending = !request.complete && request.readableLength < request.readableHighWaterMark;
      const slow = isSending && socket.bytesRead - watched.read < leastBytes;
      watched.read = socket.bytesRead;
      watched.slowLooks = slow ? watched.slowLooks + 1 : 0;
      if (watched.slowLooks < patience) continue;
      if (!watched.response.headersSent) refuseConnection({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, socket);
      else socket.destroy();
    }
  };
  const timer = setInterval(look, everyMs).unref();
  server.once('close', () => clearInterval(timer));
}
