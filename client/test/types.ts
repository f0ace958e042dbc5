import { Crewready } from '../src/index.ts';

// What the types must say and what they must refuse: `npm run check` reads this file, nobody runs it.

export async function uses(crew: Crewready): Promise<void> {
  const [record] = await crew.qualificationRecords.get({ ids: ['1'] });
  record?.recordStatus satisfies 'active' | 'archived' | 'deleted' | undefined;
  for (const field of record?.fields ?? [])
    if (field.type === 'text') {
      field.textValue?.value satisfies string | undefined;
      // @ts-expect-error: a text field has no number
      field.numberValue;
    }
  for await (const driver of crew.drivers.list({ tagIds: ['1'] })) driver.name satisfies string;
  // @ts-expect-error: dueAtTime is missing
  await crew.assignments.create({ courseId: '1', learnerIds: ['2'] });
  const [outcome] = await crew.assignments.delete({ ids: ['1'] });
  outcome?.outcome satisfies string | undefined;
  (await crew.organization.get()).name satisfies string;
  (await crew.users.delete({ id: '1' })) satisfies undefined;
  // @ts-expect-error: it is in the path
  await crew.users.get();
  // @ts-expect-error: a read has no rehearsal
  await crew.users.list({}, { dryRun: true });
  // @ts-expect-error: dryRun is an option
  await crew.users.delete({ id: '1', dryRun: true });

  await crew.weekly10.users.update({ api_id: '1', first_name: 'Ada', body: { api_id: '2' } });
  // @ts-expect-error: no such field
  await crew.weekly10.users.update({ api_id: '1', fist_name: 'Ada' });
  for await (const user of crew.weekly10.users.list()) user.email satisfies string;

  (await crew.reportRuns.data({ id: '1' })).data[0] satisfies unknown[] | undefined;
  (await crew.reportRuns.export({ id: '1', format: 'csv' })) satisfies ReadableStream<Uint8Array>;
  (await crew.requirementStatuses.matrix()).reply.asOfSeq satisfies string;
  const changes = crew.assignments.stream({ startTime: '2026-11-01T00:00:00Z' }, { every: 1_000 });
  for await (const { data, endCursor } of changes.pages()) [data[0]?.id, endCursor] satisfies unknown[];
  // @ts-expect-error: a stream has no end
  await changes.toArray(10);
  (await crew.reportRuns.done({ id: '1' })).percentComplete satisfies number;
  (await crew.organization.get().raw()).response.headers satisfies Headers;
  // @ts-expect-error: no such group
  crew.nobody;
  crew.with({ token: '2' }) satisfies Crewready;
  new Crewready({ url: '/' }) satisfies Crewready;
}
