import { randomBytes } from 'node:crypto';
import { systemWriter } from '../../../kernel/auth.ts';
import { type Database, empty, type Sql, sql } from '../../../kernel/database/database.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import type { Person } from '../../directory/index.ts';
import { hashSecret } from '../sessions/identify.ts';
import { codeChanged, signInCode } from './resource.ts';
import { type CodeEnd, LIVES, type Purpose } from './schema.ts';
import { type CodeRow, endCodeRows, insertCode, organizationsWithOldCodes } from './store.ts';

/** A code that was just made, with its text: told once. */
export interface NewCode {
  row: CodeRow;
  code: string;
}

/** Pages that ask for something beside the code. */
const PAGES: Partial<Record<Purpose, string>> = {
  setup: 'setup',
  invitation: 'invitation',
  screen: 'device',
  paper: 'device',
};

/** Where a browser goes with a code: after the `#`, which no server is sent, so that looking at a link spends nothing. */
export const pathOf = ({ purpose }: Pick<CodeRow, 'purpose'>, code: string): string => {
  return `/sign-in/${PAGES[purpose] ?? 'link'}#${code}`;
};

/** What a new code is: 32 random bytes. */
export const newCodeText = (): string => randomBytes(32).toString('base64url');

/** Makes a code for somebody, or for setting up, inside a write; those for the same purpose are withdrawn. */
export async function makeCode(
  tx: Tx,
  purpose: Purpose,
  person: Person | undefined,
  code = newCodeText(),
): Promise<NewCode> {
  await endCodes(
    tx,
    'withdrawn',
    sql`and purpose = ${purpose} ${person ? sql`and person_id = ${person.id}::bigint` : empty}`,
  );
  const row = await insertCode(tx, {
    id: newId(),
    hash: hashSecret(code),
    purpose,
    personId: person?.id ?? null,
    personType: person?.type ?? null,
    life: LIVES[purpose],
  });
  tx.changed(signInCode, 'create', [codeChanged(row)]);
  return { row, code };
}

/** Ends living codes inside a write; answers how many there were. */
export async function endCodes(tx: Tx, reason: CodeEnd, which: Sql): Promise<number> {
  const ended = await endCodeRows(tx, reason, which);
  tx.changed(signInCode, 'delete', ended.map(codeChanged));
  return ended.length;
}

/** Ends the codes whose time is over, so that the ledger tells of it. */
export async function endOldCodes(database: Database): Promise<void> {
  for (const orgId of await organizationsWithOldCodes(database))
    await write(database, systemWriter(orgId, 'sign-in-codes'), (tx) =>
      endCodes(tx, 'over', sql`and ends_at <= ${tx.at}`),
    );
}
