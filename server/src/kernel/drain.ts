import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A client that is about to use its open connection again still gets an answer for this long. */
const LINGER_MS = 250;
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
  let lingered = false;
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
    if (draining) response.shouldKeepAlive = false;
    response.once('close', () => {
      connections.get(socket)?.delete(response);
      if (lingered) closeIdle();
    });
  });

  return () => {
    draining = true;
    for (const open of connections.values()) for (const response of open) response.shouldKeepAlive = false;
    const linger = setTimeout(() => {
      lingered = true;
      closeIdle();
    }, LINGER_MS);
    const limit = setTimeout(() => {
      for (const socket of connections.keys()) socket.destroy();
    }, LIMIT_MS);
    server.once('close', () => {
      clearTimeout(linger);
      clearTimeout(limit);
    });
  };
}
