import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The server's own kit: one PostgreSQL for the run, a fresh database for each file; and the console as it is built.
    globalSetup: ['../server/test/global-setup.ts', 'test/build.ts'],
    // For machines that are busy: what hangs is found all the same, and nothing waits for longer than it takes.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
    isolate: false,
  },
});
