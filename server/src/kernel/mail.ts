import { PassThrough } from 'node:stream';
import type { SendMailOptions } from 'nodemailer';
import type { Services } from './feature.ts';

type MailServer = NonNullable<Services['smtp']>;
export type Mail = Omit<SendMailOptions, 'from'>;

/**
 * What became of a mail: taken; refused for now (`later`) or for good; `unreached`, when certainly nothing of it was
 * given away; `unknown`, when the server may have taken it. `words` are the server's, or the connection's.
 */
export interface Sent {
  outcome: 'accepted' | 'later' | 'refused' | 'unreached' | 'unknown';
  words: string;
}

/** How long a server may stay silent, and a mail take as a whole. */
const SILENCE_MS = 15_000;
const WHOLE_MS = 60_000;

const MOST_WORDS = 500;
const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, MOST_WORDS);

async function connect({ url }: MailServer, silenceMs: number) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    dnsTimeout: silenceMs,
  });
}

/** Whether the mail server lets us in; its words where it does not. */
export async function mailProblem(server: MailServer, silenceMs = SILENCE_MS): Promise<string | undefined> {
  const transport = await connect(server, silenceMs);
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return wordsOf(error);
  } finally {
    transport.close();
  }
}

/** Sends a mail, once; never throws. */
export async function sendMail(server: MailServer, mail: Mail, silenceMs = SILENCE_MS): Promise<Sent> {
  const transport = await connect(server, silenceMs);
  let isGiven = false;
  transport.use('stream', ({ message }, done) => {
    message.transform(() => new PassThrough().once('data', () => (isGiven = true)));
    done();
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('No answer within a minute')), WHOLE_MS);
  });
  try {
    const { response } = await Promise.race([transport.sendMail({ from: server.from, ...mail }), late]);
    return { outcome: 'accepted', words: String(response).slice(0, MOST_WORDS) };
  } catch (error) {
    return { outcome: outcomeOf(error, isGiven), words: wordsOf(error) };
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

function outcomeOf(error: unknown, isGiven: boolean): Sent['outcome'] {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  if (responseCode === undefined) return isGiven ? 'unknown' : 'unreached';
  // What is refused before there is a mail is no word on the mail.
  if (!isGiven && !/^(MAIL|RCPT|DATA)/.test(command ?? '')) return 'unreached';
  return responseCode >= 500 ? 'refused' : 'later';
}
