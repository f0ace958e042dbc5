import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    url: string;
    token: string;
  }
}

/**
 * The server under test: the one that CREWREADY_URL and CREWREADY_TOKEN name, or the built one of this checkout,
 * started on an empty data folder and stopped at the end.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { CREWREADY_URL, CREWREADY_TOKEN } = process.env;
  if (CREWREADY_URL && CREWREADY_TOKEN) {
    project.provide('url', CREWREADY_URL.replace(/\/+$/, ''));
    project.provide('token', CREWREADY_TOKEN);
    return async () => {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'crewready-acceptance-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const token = 'crewready_acceptance_0123456789012345678901234';
  const child = spawn(fileURLToPath(new URL('../server/bin/crewready.js', import.meta.url)), ['serve'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      CREWREADY_DATA: join(folder, 'data'),
      CREWREADY_TOKEN: token,
      CREWREADY_RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let tries = 0; !(await answers(`${url}/me`, token)); tries += 1) {
    if (child.exitCode !== null || tries > 600) throw new Error('the server did not start');
    await sleep(50);
  }
  project.provide('url', url);
  project.provide('token', token);
  return async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}

const answers = (url: string, token: string): Promise<boolean> =>
  fetch(url, { headers: { authorization: `Bearer ${token}` } }).then(
    (reply) => reply.ok,
    () => false,
  );

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
