import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the console, as the server serves it. */
export default async function build(): Promise<void> {
  await promisify(execFile)('npm', ['run', 'build', '--silent', '--workspace', 'console'], {
    cwd: ROOT,
    // Not the test's own: that would be another React.
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
