// The bare side of writes.ts: the server's own statements in transactions, without ledger, HTTP and validation.
import { randomUUID } from 'node:crypto';

const { connection, seconds, places } = JSON.parse(process.argv[2] as string);
const load = (path: string) => import(new URL(`../server/dist/${path}.js`, import.meta.url).href);
const { openDatabase, sql } = await load('kernel/database');
const { insertAssignments, oneOf, updateAssignments } = await load('features/training/assignments/store');
const database = openDatabase(connection, places.length);
const until = Date.now() + seconds * 1000;
let batches = 0;

async function client({ orgId, course, drivers, slot }: (typeof places)[0]): Promise<void> {
  const scope = { orgId, tagIds: null };
  const learners = drivers.slice(slot * 100, slot * 100 + 100);
  const batch = async (work: (tx: unknown, by: object) => Promise<unknown>): Promise<void> => {
    const by = { at: new Date().toISOString(), actor: 'user-1' };
    await database.transaction((tx: unknown) => work(tx, by));
    batches += 1;
  };
  while (Date.now() < until) {
    const rows = learners.map((id: string) => ({ id: randomUUID(), learner: { id, type: 'driver' } }));
    const which = oneOf(rows.map((row: { id: string }) => row.id));
    await batch((tx, by) => insertAssignments(tx, orgId, course, rows, '2030-01-01T00:00:00Z', by));
    const due = sql`due_at = ${'2031-01-01T00:00:00Z'}, overdue_noted_at = null`;
    await batch((tx, by) => updateAssignments(tx, scope, which, due, by));
    await batch((tx, by) => updateAssignments(tx, scope, which, sql`deleted_at = now()`, by));
  }
}

await Promise.all(places.map(client));
console.log(batches / seconds);
await database.close();
