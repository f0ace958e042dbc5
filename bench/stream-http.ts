// The served side of stream.ts: the same pages over HTTP, read by their cursors, in a process of its own.
import { Agent, request } from 'node:http';

const { url, token, seconds, followers } = JSON.parse(process.argv[2] as string);
const agent = new Agent({ keepAlive: true, maxSockets: followers });
const until = Date.now() + seconds * 1000;
let pages = 0;

const get = (path: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const call = request(url + path, { agent, headers: { authorization: `Bearer ${token}` } }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk) => chunks.push(chunk));
      reply.on('end', () =>
        reply.statusCode === 200
          ? resolve(Buffer.concat(chunks))
          : reject(new Error(Buffer.concat(chunks).toString())),
      );
    });
    call.on('error', reject);
    call.end();
  });

async function follow(index: number): Promise<void> {
  const start = new Date(Date.UTC(2024, 2 * index)).toISOString();
  let after = '';
  while (Date.now() < until) {
    const body = await get(`/training-assignments/stream?startTime=${start}&after=${after}`);
    pages += 1;
    // The cursor stands at the end of the body: the client need not parse a page to follow it.
    after = /"endCursor":"([^"]+)"/.exec(body.subarray(-400).toString())?.[1] as string;
    if (body.length < 10_000) after = '';
  }
}

await Promise.all(Array.from({ length: followers }, (_, index) => follow(index)));
console.log(pages / seconds);
agent.destroy();
