import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The server's own kit: one PostgreSQL for the run, a fresh database for each file; and the console as it is built.
    globalSetup: ['../server/test/global-setup.ts', 'test/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
