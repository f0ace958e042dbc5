import { type Sight, systemWriter } from '../../../kernel/auth.ts';
import {
  columns,
  type Database,
  empty,
  type Queryable,
  type Sql,
  sql,
} from '../../../kernel/database/database.ts';
import { newId, type PersonType } from '../../../kernel/ids.ts';
import type { Resource } from '../../../kernel/ledger/resource.ts';
import { write } from '../../../kernel/ledger/write.ts';
import {
  After,
  OneOf,
  Page,
  PageLimit,
  Shape,
  type Static,
  Time,
  Type,
  UuidId,
} from '../../../kernel/schema.ts';
import { wireTime } from '../../../kernel/time.ts';
import { visibleTo } from '../../directory/index.ts';
import { Method, personId, personType } from '../schema.ts';

export const REASONS = ['wrongPassword', 'noPassword', 'wrongPin', 'disabled'] as const;

export const SignInFailure = Shape('SignInFailure', {
  id: UuidId('Id of the attempt.'),
  personId,
  personType,
  method: Method,
  reason: OneOf(REASONS, { description: 'Why it failed; whoever tried was not told.' }),
  address: Type.String({ description: 'Address that it came from.' }),
  atTime: Time('When it was.'),
});
export type SignInFailure = Static<typeof SignInFailure>;

export const FailuresPage = Page(SignInFailure, 'Attempts that failed, the latest first.');
export const FailuresQuery = Type.Object({ after: After, limit: PageLimit });

const FAILURE = columns<Omit<SignInFailure, 'atTime'> & { at: string }>({
  id: sql`id`,
  personId: sql`person_id`,
  personType: sql`person_type`,
  method: sql`method`,
  reason: sql`reason`,
  address: sql`address`,
  at: sql`at`,
});

async function select(database: Queryable, orgId: string, rest: Sql): Promise<SignInFailure[]> {
  const rows = await database.rows(sql`
    select ${FAILURE.list} from sign_in_failure where org_id = ${orgId} ${rest}`);
  return rows.map(FAILURE.read).map(({ at, ...facts }) => ({ ...facts, atTime: wireTime(at) }));
}

/** An attempt to sign in as somebody there is, which failed. */
export const signInFailure: Resource<SignInFailure> = {
  name: 'signInFailure',
  scope: 'Read Accounts',
  id: 'uuid',
  document: SignInFailure,
  about: (failure) => [failure.personId],
  read: async (database, orgId, ids) =>
    (await select(database, orgId, sql`and id = any(${ids}::uuid[])`)).map((document) => ({
      id: document.id,
      document,
    })),
  present: (orgId) => sql`select id::text from sign_in_failure where org_id = ${orgId}`,
};

/** The latest, the last first, and one more to tell whether another follows. */
export const listFailures = (
  database: Queryable,
  sight: Sight,
  before: string | undefined,
  limit: number,
): Promise<SignInFailure[]> =>
  select(
    database,
    sight.orgId,
    sql`${before === undefined ? empty : sql`and id < ${before}::uuid`}
      ${visibleTo(sight, sql`sign_in_failure.person_id`)} order by id desc limit ${limit + 1}`,
  );

/** Tells the ledger of an attempt that failed. */
export const recordFailure = (
  database: Database,
  {
    orgId,
    requestId,
    ...failure
  }: Pick<SignInFailure, 'personId' | 'method' | 'reason' | 'address'> & {
    personType: PersonType;
    orgId: string;
    requestId: string;
  },
): Promise<void> =>
  write(database, systemWriter(orgId, requestId), async (tx) => {
    const id = newId();
    const { personId, personType, method, reason, address } = failure;
    await tx.rows(sql`
      insert into sign_in_failure (org_id, id, person_id, person_type, method, reason, address, at)
      values (${tx.orgId}, ${id}, ${personId}, ${personType}, ${method}, ${reason}, ${address}, ${tx.at})`);
    tx.changed(signInFailure, 'create', [{ id, document: { id, ...failure, atTime: wireTime(tx.at) } }]);
  });
