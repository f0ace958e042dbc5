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
  /** How many pieces were sent to the database so far. */
  sent(): number;
  /**
   * Once that many were sent, the answer to the last is lost with all connections, and new ones are told that the
   * database is starting, until `goOn()`. Settles when this has happened.
   */
  restartAfter(count: number): Promise<void>;
  goOn(): void;
  remove(): Promise<void>;
}

/** What PostgreSQL says to whoever connects while it starts. */
function startingUp(): Buffer {
  const fields = ['SFATAL', 'VFATAL', 'C57P03', 'Mthe database system is starting up', ''];
  const text = Buffer.from(fields.map((field) => `${field}\0`).join(''));
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(text.length + 4, 1);
  return Buffer.concat([head, text]);
}

/** A socket of its own in front of a database's socket. */
export async function severable(to: PoolConfig): Promise<Severable> {
  const host = await mkdtemp(join(tmpdir(), 'crewready-severable-'));
  const { port = 5432 } = to;
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let sent = 0;
  let starting = false;
  let restart = { after: Number.POSITIVE_INFINITY, done: () => {} };
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const lead = (from: Socket): void => {
    const onward = connect(join(to.host as string, `.s.PGSQL.${port}`));
    from.on('data', () => {
      sent += 1;
    });
    onward.on('data', () => {
      if (sent < restart.after || starting) return;
      starting = true;
      cutAll();
      restart.done();
    });
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
  };
  const mend = async (): Promise<void> => {
    server = createServer((from) => {
      if (!starting) return lead(from);
      from.on('error', () => {});
      from.once('data', () => from.end(startingUp()));
    });
    await new Promise<void>((resolve) => server?.listen(join(host, `.s.PGSQL.${port}`), resolve));
  };
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server?.close(resolve));
    cutAll();
    await closed;
  };
  await mend();
  return {
    connection: { ...to, host },
    cut,
    mend,
    sent: () => sent,
    restartAfter: (after) =>
      new Promise((done) => {
        restart = { after, done };
      }),
    goOn() {
      restart = { after: Number.POSITIVE_INFINITY, done: () => {} };
      starting = false;
    },
    async remove() {
      await cut();
      await rm(host, { recursive: true, force: true });
    },
  };
}
