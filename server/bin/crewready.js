#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli/crewready.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error('Crewready is not built yet. Run: npm run build');
  process.exitCode = 1;
}
