import { columns, type Queryable, type Row, sql } from '../../../kernel/database/database.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { wireTime } from '../../../kernel/time.ts';
import type { VerificationDocument, VerificationResult } from './schema.ts';

const VERIFICATION = columns<{
  id: string;
  status: VerificationDocument['status'];
  withFiles: boolean;
  result: string | null;
  done: string;
  total: string;
  createdAt: string;
  createdBy: string;
  completedAt: string | null;
}>({
  id: sql`id`,
  status: sql`status`,
  withFiles: sql`with_files`,
  result: sql`result::text`,
  done: sql`writes_done`,
  total: sql`writes_total`,
  createdAt: sql`created_at`,
  createdBy: sql`created_by`,
  completedAt: sql`completed_at`,
});

/** A verification and how far it is, from 0 to 1. */
export interface KeptVerification {
  id: string;
  document: VerificationDocument;
  share: number;
}

function toVerification(row: Row): KeptVerification {
  const { result, done, total, createdAt, createdBy, completedAt, ...facts } = VERIFICATION.read(row);
  return {
    id: facts.id,
    share: Number(total) === 0 ? 0 : Math.min(1, Number(done) / Number(total)),
    document: {
      ...facts,
      createdAtTime: wireTime(createdAt),
      createdById: createdBy,
      ...(completedAt === null ? {} : { completedAtTime: wireTime(completedAt) }),
      ...(result === null ? {} : { result: JSON.parse(result) }),
    },
  };
}

/** Adds a verification that is still to be made. */
export async function addVerification(tx: Tx, id: string, withFiles: boolean): Promise<KeptVerification> {
  const [row] = await tx.rows(sql`
    with made as (
      insert into ledger_verification (org_id, id, status, with_files, created_at, created_by)
      values (${tx.orgId}, ${id}, 'pending', ${withFiles}, ${tx.at}, ${tx.actor})
      returning ledger_verification.*
    ) select ${VERIFICATION.list} from made`);
  return toVerification(row as Row);
}

export async function readVerifications(
  database: Queryable,
  orgId: string,
  ids: readonly string[],
): Promise<KeptVerification[]> {
  const rows = await database.rows(sql`
    select ${VERIFICATION.list} from ledger_verification where org_id = ${orgId} and id = any(${ids}::uuid[])`);
  return rows.map(toVerification);
}

/** The verification of an organization that is under way. */
export async function pendingVerification(tx: Tx): Promise<KeptVerification | undefined> {
  const rows = await tx.rows(sql`
    select ${VERIFICATION.list} from ledger_verification where org_id = ${tx.orgId} and status = 'pending' limit 1`);
  return rows.map(toVerification)[0];
}

/** Notes how far one is. */
export async function noteProgress(
  database: Queryable,
  orgId: string,
  id: string,
  done: number,
  total: number,
): Promise<void> {
  await database.rows(sql`
    update ledger_verification set writes_done = ${done}, writes_total = ${total}
    where org_id = ${orgId} and id = ${id} and status = 'pending'`);
}

/** Ends one, for better or worse; one that has ended already stays as it is. */
export async function endVerification(
  tx: Tx,
  id: string,
  result: VerificationResult | undefined,
): Promise<KeptVerification | undefined> {
  const rows = await tx.rows(sql`
    with ended as (
      update ledger_verification set status = ${result ? 'complete' : 'failed'},
        result = ${result ? JSON.stringify(result) : null}::json, completed_at = ${tx.at}
      where org_id = ${tx.orgId} and id = ${id} and status = 'pending' returning ledger_verification.*
    ) select ${VERIFICATION.list} from ended`);
  return rows.map(toVerification)[0];
}
