import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';

/** A way to a database that can be cut and mended: to whoever uses it the database dies and comes back. */
export interface Severable {
  connection: PoolConfig;
  cut(): Promise<void>;
  mend(): Promise<void>;
  remove(): Promise<void>;
}

/** A socket of its own in front of a database's socket. */
export async function severable(to: PoolConfig): Promise<Severable> {
  const host = await mkdtemp(join(tmpdir(), 'crewready-severable-'));
  const { port = 5432 } = to;
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const mend = async (): Promise<void> => {
    server = createServer((from) => {
      const onward = connect(join(to.host as string, `.s.PGSQL.${port}`));
      for (const [a, b] of [
        [from, onward],
        [onward, from],
      ] as const) {
        sockets.add(a);
        a.pipe(b);
        a.on('error', () => b.destroy());
        a.on('close', () => {
          sockets.delete(a);
          b.destroy();
        });
      }
    });
    await new Promise<void>((resolve) => server?.listen(join(host, `.s.PGSQL.${port}`), resolve));
  };
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server?.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await mend();
  return {
    connection: { ...to, host },
    cut,
    mend,
    async remove() {
      await cut();
      await rm(host, { recursive: true, force: true });
    },
  };
}
