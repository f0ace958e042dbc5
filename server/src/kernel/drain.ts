import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A client that is about to reuse its connection still gets an answer, with `Connection: close`, for this long. */
const LINGER_MS = 250;
/** As long as a statement may run; whoever is connected then is cut. */
const LIMIT_MS = 60_000;

/**
 * Watches the server's connections, so that it can stop without cutting a request. The function that it returns
 * prepares the stop; call it before `close()`, which ends once every connection is gone.
 */
export function drainable(server: Server): () => Promise<void> {
  const connections = new Map<Socket, Set<ServerResponse>>();
  let draining = false;
  let lingered = false;
  const closeIdle = (): void => {
    for (const [socket, open] of connections) if (open.size === 0) socket.destroySoon();
  };

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

  return async () => {
    draining = true;
    for (const open of connections.values()) for (const response of open) response.shouldKeepAlive = false;
    if (connections.size > 0) await sleep(LINGER_MS);
    lingered = true;
    closeIdle();
    const limit = setTimeout(() => {
      for (const socket of connections.keys()) socket.destroy();
    }, LIMIT_MS);
    limit.unref();
    // A connection that the listener still accepted carries no request that anybody has begun to answer.
    setImmediate(closeIdle);
  };
}
