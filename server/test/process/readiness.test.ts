import { expect, test } from 'vitest';
import { client } from '../start-app.ts';
import { childrenOf, dataFolder, postmaster, serve, TOKEN, terminate } from './crewready.ts';

test('503 on /readyz within 5 s while all of PostgreSQL is stopped, 200 once it goes on', async () => {
  const folder = await dataFolder();
  const server = await serve(folder.path);
  const leader = await postmaster(folder.path);
  for (let round = 0; round < 3; round += 1) {
    const all = [leader, ...(await childrenOf(leader))];
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    const since = Date.now();
    // More of them than there are connections.
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => client(server.url, TOKEN).get('/readyz')),
    );
    const took = Date.now() - since;
    const alive = await client(server.url, TOKEN).get('/healthz');
    for (const pid of all) process.kill(pid, 'SIGCONT');
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(503));
    expect(replies[0]?.headers.get('retry-after')).toBe('1');
    expect(took).toBeLessThan(5000);
    expect(alive.status).toBe(200);
    await expect.poll(async () => (await client(server.url, TOKEN).get('/readyz')).status).toBe(200);
  }
  await terminate(server);
  await folder.remove();
});
