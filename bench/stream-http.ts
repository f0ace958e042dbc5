// The served side of stream.ts: the same pages over HTTP, read by their cursors, in a process of its own.
import { Agent, request } from 'node:http';

const { url, token, seconds, followers } = JSON.parse(process.argv[2] as string);
const agent = new Agent({ keepAlive: true, maxSockets: followers });
const until = Date.now() + seconds * 1000;
let pages = 0;

/** The length of a reply and its end, where the cursor stands: the client need not keep a page to follow it. */
const get = (path: string): Promise<{ bytes: number; tail: string }> =>
  new Promise((resolve, reject) => {
    const call = request(url + path, { agent, headers: { authorization: `Bearer ${token}` } }, (reply) => {
      let bytes = 0;
      let tail = '';
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        tail = (tail + chunk.toString('latin1', Math.max(0, chunk.length - 400))).slice(-400);
      });
      reply.on('end', () => {
        if (reply.statusCode === 200) resolve({ bytes, tail });
        else reject(new Error(tail));
      });
    });
    call.on('error', reject);
    call.end();
  });

async function follow(index: number): Promise<void> {
  const start = new Date(Date.UTC(2024, 2 * index)).toISOString();
  let after = '';
  while (Date.now() < until) {
    const { bytes, tail } = await get(`/training-assignments/stream?startTime=${start}&after=${after}`);
    pages += 1;
    after = /"endCursor":"([^"]+)"/.exec(tail)?.[1] as string;
    if (bytes < 10_000) after = '';
  }
}

await Promise.all(Array.from({ length: followers }, (_, index) => follow(index)));
console.log(pages / seconds);
agent.destroy();
