import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { refuseConnection } from './replies.ts';

/** What is asked of whoever sends or reads: so many bytes from look to look, after so many looks of patience. */
export interface Pace {
  everyMs: number;
  leastBytes: number;
  patience: number;
  /** The same for who reads a reply, which comes in bursts: so many looks' bytes they may be behind. */
  readerPatience: number;
  /** How long nothing at all may come or go; longer than any statement may take. */
  silentMs: number;
}

/** 1 KiB a second over half a minute is less than the slowest mobile network gives. */
const PACE: Pace = {
  everyMs: 10_000,
  leastBytes: 10 * 1024,
  patience: 3,
  readerPatience: 12,
  silentMs: 120_000,
};

interface Watched {
  response: ServerResponse;
  read: number;
  slowLooks: number;
  sent: number;
  /** Bytes that the reader is behind. */
  behind: number;
}

/** What Node itself looks at to tell a slow reply from none. */
interface Handle {
  bytesWritten: number;
  writeQueueSize: number;
}

/** The bytes that the system has taken to send; a stream only tells when all of a piece are. */
function sentBy(socket: Socket): number {
  const { bytesWritten = 0, writeQueueSize = 0 } = (socket as { _handle?: Handle })._handle ?? {};
  return bytesWritten - writeQueueSize;
}

/** Cuts requests whose body trickles in, and replies that are hardly read: each holds memory, and some a thread. */
export function watchPace(server: Server, pace: Pace = PACE): void {
  const { everyMs, leastBytes, patience, readerPatience, silentMs } = pace;
  const requests = new Map<IncomingMessage, Watched>();
  server.setTimeout(silentMs);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const read = request.socket.bytesRead;
    requests.set(request, { response, read, slowLooks: 0, sent: sentBy(request.socket), behind: 0 });
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
      const sent = sentBy(socket);
      const isRead = socket.writableLength > 0;
      watched.behind = isRead ? Math.max(0, watched.behind + leastBytes - (sent - watched.sent)) : 0;
      watched.sent = sent;
      if (watched.slowLooks < patience && watched.behind < leastBytes * readerPatience) continue;
      if (!watched.response.headersSent) refuseConnection({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, socket);
      else socket.destroy();
    }
  };
  const timer = setInterval(look, everyMs).unref();
  server.once('close', () => clearInterval(timer));
}
