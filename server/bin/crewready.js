#!/usr/bin/env -S MALLOC_ARENA_MAX=1 node --single-threaded-gc
// The heap is small and its garbage large pages of text: marking it on other threads costs more than it saves. One
// arena for all threads is some 8 MB less.
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli/crewready.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error('Crewready is not built yet. Run: npm run build');
  process.exitCode = 1;
}
