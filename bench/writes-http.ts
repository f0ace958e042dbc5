// The served side of writes.ts: each client assigns its 100 drivers, reschedules and deletes them, again and again.
const { url, seconds, places } = JSON.parse(process.argv[2] as string);
const until = Date.now() + seconds * 1000;
let batches = 0;

async function client({ token, course, drivers, slot }: (typeof places)[0]): Promise<void> {
  const learners = drivers.slice(slot * 100, slot * 100 + 100);
  const call = async (method: string, query: string): Promise<string> => {
    const reply = await fetch(`${url}/training-assignments?${query}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(text);
    batches += 1;
    return text;
  };
  while (Date.now() < until) {
    const made = await call(
      'POST',
      `courseId=${course.id}&learnerIds=${learners}&dueAtTime=2030-01-01T00:00:00Z`,
    );
    const ids = JSON.parse(made).data.map((assignment: { id: string }) => assignment.id);
    await call('PATCH', `ids=${ids}&dueAtTime=2031-01-01T00:00:00Z`);
    await call('DELETE', `ids=${ids}`);
  }
}

await Promise.all(places.map(client));
console.log(batches / seconds);
