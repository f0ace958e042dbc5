import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the client and the console, as the server serves them. */
export default async function build(): Promise<void> {
  for (const workspace of ['client', 'console'])
    await promisify(execFile)('npm', ['run', 'build', '--silent', '--workspace', workspace], {
      cwd: ROOT,
      // Not the test's own: that would be another React.
      env: { ...process.env, NODE_ENV: 'production' },
    });
}
