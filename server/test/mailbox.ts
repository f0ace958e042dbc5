import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server on loopback that keeps what it takes. */
export interface Mailbox {
  readonly mails: ParsedMail[];
  smtp: { url: string; from: string };
  /** What it does with the next mails: takes them, refuses them, or drops the connection once it has them. */
  mood: 'takes' | 'refuses' | 'later' | 'drops';
  stop(): Promise<void>;
}

export async function startMailbox(): Promise<Mailbox> {
  const onData: SMTPServerOptions['onData'] = (stream, session, done) => {
    simpleParser(stream).then((mail) => {
      const { mood } = box;
      const refused = (responseCode: number, text: string) =>
        Object.assign(new Error(text), { responseCode });
      if (mood === 'refuses') return done(refused(550, 'No such mailbox'));
      if (mood === 'later') return done(refused(451, 'Try again later'));
      box.mails.push(mail);
      if (mood === 'drops') return void sockets.get(session.id)?.destroy();
      return done();
    }, done);
  };
  const sockets = new Map<string, { destroy(): void }>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect(session, done) {
      const all = [...(server as unknown as { connections: Set<Connection> }).connections];
      const own = all.find(({ id }) => id === session.id);
      if (own) sockets.set(session.id, own._socket);
      done();
    },
    onData,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const box: Mailbox = {
    mails: [],
    smtp: { url: `smtp://127.0.0.1:${port}`, from: 'Crewready <crew@example.com>' },
    mood: 'takes',
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return box;
}

interface Connection {
  id: string;
  _socket: { destroy(): void };
}
