// The bare side of writes.ts: the server's own statements in transactions, without ledger, HTTP and validation.
const { connection, seconds, places } = JSON.parse(process.argv[2] as string);
const load = (path: string) => import(new URL(`../server/dist/${path}.js`, import.meta.url).href);
const { openDatabase } = await load('kernel/database/database');
const { insertAssignments, updateAssignments } = await load('features/training/assignments/store');
const database = openDatabase(connection, places.length);
const until = Date.now() + seconds * 1000;
let batches = 0;

async function client({ orgId, course, drivers, slot }: (typeof places)[0]): Promise<void> {
  const learners = drivers.slice(slot * 100, slot * 100 + 100).map((id: string) => ({ id, type: 'driver' }));
  const batch = async (work: (tx: object) => Promise<{ id: string }[]>): Promise<string[]> => {
    const by = { orgId, tagIds: null, at: new Date().toISOString(), actor: 'user-1' };
    const rows = await database.transaction((tx: object) => work({ ...tx, ...by }));
    batches += 1;
    return rows.map(({ id }: { id: string }) => id);
  };
  while (Date.now() < until) {
    const ids = await batch((tx) => insertAssignments(tx, course, learners, '2030-01-01T00:00:00Z'));
    await batch((tx) => updateAssignments(tx, { ids }, { dueAt: '2031-01-01T00:00:00Z' }));
    await batch((tx) => updateAssignments(tx, { ids }, { deleted: true }));
  }
}

await Promise.all(places.map(client));
console.log(batches / seconds);
await database.close();
