import { systemWriter } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import type { Job, Services } from '../../../kernel/feature.ts';
import { enqueue } from '../../../kernel/jobs/jobs.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { type Mail, sendMail } from '../../../kernel/mail.ts';
import { findLogins, type Login, organizationName } from '../../directory/index.ts';
import { readAccounts } from '../accounts/store.ts';
import { admit, byAddress, byMail } from '../attempts/limits.ts';
import { makeCode, pathOf } from './codes.ts';

/** After this nobody waits for a link any more. */
const LATE_MS = 15 * 60_000;

interface Asked {
  email: string;
  at: number;
}

/** Queues a link, whoever has the address: only the job looks, so that the answer tells nothing. @throws 429 */
export async function askForLink(database: Database, email: string, address: string): Promise<void> {
  await admit(database, [byAddress(address), byMail(email)]);
  await database.transaction((tx) => enqueue(tx, mailLink, { email, at: Date.now() }));
}

/** Sends links to whoever has the address and may sign in, one for each of their organizations. */
export async function sendLinks(
  { database, smtp, publicUrl }: Pick<Services, 'database' | 'smtp' | 'publicUrl'>,
  { email, at }: Asked,
): Promise<void> {
  if (!smtp || !publicUrl || Date.now() - at > LATE_MS) return;
  for (const login of await findLogins(database, email)) {
    const [account] = await readAccounts(database, login.orgId, [login.id]);
    if (login.type !== 'user' || !login.isActive || account?.status !== 'active') continue;
    // Made by the job, so that no queue has it; one that is sent again is another.
    const { row, code } = await write(database, systemWriter(login.orgId, 'sign-in-mail'), (tx) =>
      makeCode(tx, 'mail', login),
    );
    const { outcome, words } = await sendMail(
      smtp,
      letter(login, await organizationName(database, login.orgId), publicUrl + pathOf(row, code)),
    );
    // The job is done again.
    if (outcome !== 'accepted') throw new Error(`The mail server did not take a link: ${words}`);
  }
}

const letter = ({ login, name }: Login, organization: string, link: string): Mail => ({
  to: { name, address: login as string },
  subject: `Sign in to ${organization}`,
  text: `This link signs you in to ${organization} once, within 15 minutes:\n\n${link}\n\nIf you did not ask for it, leave it: nothing happens.\n`,
});

export const mailLink: Job<Asked> = {
  name: 'sign-in.mail-link',
  run: (services) => (asked) => sendLinks(services, asked),
};
