import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * A client that is about to use its open connection again still gets an answer: connections stay open until for this
 * many looks in a row, this far apart, none of them asked anything. On a busy machine the looks come later, and with
 * them the end.
 */
const QUIET_LOOKS = 10;
const LOOK_MS = 50;
/** As long as a statement may run; whoever is connected then is cut. */
const LIMIT_MS = 60_000;

/**
 * Watches the server's connections, so that closing it cuts no request. Call what it returns right before
 * `close()`: the server then answers what still comes over open connections with `Connection: close`, and closes
 * those over which nothing comes.
 */
export function drainable(server: Server): () => void {
  const connections = new Map<Socket, Set<ServerResponse>>();
  let draining = false;
  let quiet = 0;
  const isUnderWay = (): boolean => [...connections.values()].some((open) => open.size > 0);
  const closeIdle = (): void => {
    for (const [socket, open] of connections) if (open.size === 0) socket.destroySoon();
  };
  // Node would close idle connections at once, and with them requests that are on their way.
  server.closeIdleConnections = () => {};

  server.on('connection', (socket: Socket) => {
    connections.set(socket, new Set());
    socket.once('close', () => connections.delete(socket));
  });
  server.prependListener('request', ({ socket }, response) => {
    connections.get(socket)?.add(response);
    quiet = 0;
    if (draining) response.shouldKeepAlive = false;
    response.once('close', () => {
      connections.get(socket)?.delete(response);
      quiet = 0;
    });
  });

  return () => {
    draining = true;
    quiet = 0;
    for (const open of connections.values()) for (const response of open) response.shouldKeepAlive = false;
    const look = setInterval(() => {
      quiet = isUnderWay() ? 0 : quiet + 1;
      if (quiet >= QUIET_LOOKS) closeIdle();
    }, LOOK_MS);
    const limit = setTimeout(() => {
      for (const socket of connections.keys()) socket.destroy();
    }, LIMIT_MS);
    server.once('close', () => {
      clearInterval(look);
      clearTimeout(limit);
    });
  };
}
