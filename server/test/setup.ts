import { afterAll } from 'vitest';
import { running } from './process/running.ts';

// A test that failed has not stopped its server, which stops its PostgreSQL.
afterAll(() => {
  for (const child of running) child.kill('SIGTERM');
});
