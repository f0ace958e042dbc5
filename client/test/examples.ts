import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { TestOrg } from '../../server/test/start-app.ts';

const ENTRY = fileURLToPath(new URL('../src/index.ts', import.meta.url));
const README = new URL('../README.md', import.meta.url);

/** An example of the README: what it says, and what it prints. */
export interface Example {
  title: string;
  /** As a module of its own. */
  code: string;
  prints: string;
}

/** Every example, each with the client that the first one makes. */
export async function examples(): Promise<Example[]> {
  const readme = await readFile(README, 'utf8');
  const parts = readme.split(/^## /m).slice(1);
  const found = parts.map((part) => ({
    title: part.split('\n')[0] ?? '',
    code: /```ts\n([\s\S]*?)```/.exec(part)?.[1] ?? '',
    prints: /```text\n([\s\S]*?)```/.exec(part)?.[1] ?? '',
  }));
  const [connect, ...others] = found;
  const begin = (connect?.code ?? '').split('\n').filter((line) => /^(?:import|const crew)/.test(line));
  return [
    connect as Example,
    ...others.map((example) => ({ ...example, code: `${begin.join('\n')}\n${example.code}` })),
  ];
}

/** One script of an example that asks a running server. */
export async function bundled({ code }: Example, url: string, token: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code.replace('https://crew.example.com', url), loader: 'ts' },
    alias: { '@crewready/client': ENTRY },
    define: { 'process.env.CREWREADY_TOKEN': JSON.stringify(token) },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    nodePaths: [fileURLToPath(new URL('../node_modules', import.meta.url))],
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  });
  return outputFiles[0]?.text ?? '';
}

/** Makes what the examples speak of. */
export async function prepare(org: TestOrg): Promise<void> {
  const post = async (path: string, body: object) => {
    const reply = await org.send('POST', path, body);
    if (reply.status >= 300) throw new Error(reply.text);
    return reply.body.data;
  };
  for (const [n, name] of ['Ada Lovelace', 'Grace Hopper', 'Sam Ortega'].entries())
    await post('/fleet/drivers', {
      name,
      username: name.replace(' ', '').toLowerCase(),
      password: 'a long one 123',
      externalIds: { payroll: String(4841 + n) },
    });
  await post('/fleet/vehicles', { name: 'Truck 1' });
  await post('/tags', { name: 'Reno' });
  await post('/training-courses', {
    title: 'Defensive Driving',
    category: { name: 'Safety' },
    estimatedTimeToCompleteMinutes: 30,
    status: 'published',
  });
  const template = await post('/form-templates', {
    title: 'Pre-trip inspection',
    sections: [{ label: 'All', fields: [{ label: 'Remarks', type: 'text' }] }],
  });
  await post('/form-submissions', { formTemplate: { id: template.id }, status: 'notStarted' });
}
