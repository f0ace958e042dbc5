import { fileAt, requirementsIn } from '../../features/imports/index.ts';
import { importRequirements, type RequirementImport } from '../../features/requirements/index.ts';
import { systemWriter } from '../../kernel/auth.ts';
import type { Database } from '../../kernel/database/database.ts';
import type { Organization } from '../organizations.ts';

/** What the operator asked for. */
export interface RequirementsRequest {
  file: string;
  apply: boolean;
  /** The command that writes it, but for `--apply`. */
  command: string;
}

/** What there is to tell at the end. */
export interface RequirementsReport extends RequirementImport {
  file: string;
  organization: Organization;
  applied: boolean;
  command: string;
}

/** Checks a file of requirements against the database and, when asked and all is well, writes it. */
export async function runRequirements(
  database: Database,
  organization: Organization,
  { file, apply, command }: RequirementsRequest,
): Promise<RequirementsReport> {
  const entries = await requirementsIn(fileAt(file));
  const told = await importRequirements(database, systemWriter(organization.id, 'import', !apply), entries);
  return { ...told, file, organization, applied: apply && told.problems.length === 0, command };
}

interface Counts {
  created: number;
  updated: number;
  published: number;
  unchanged: number;
}

function countsOf({ requirements }: RequirementImport): Counts {
  const of = (name: string): number => requirements.filter(({ outcome }) => outcome === name).length;
  return {
    created: of('created'),
    updated: of('updated'),
    published: requirements.filter(({ isPublished }) => isPublished).length,
    unchanged: of('unchanged'),
  };
}

/** The report for machines. */
export function requirementsToJson(report: RequirementsReport): object {
  const { file, organization, applied, requirements, problems } = report;
  const { id, name } = organization;
  const head = { file, kind: 'requirements', organization: { id, name }, applied };
  return { ...head, ...countsOf(report), requirements, bad: problems };
}

/** The report for people: what is wrong first, what to do last. */
export function requirementsToText(report: RequirementsReport): string {
  const { file, organization, applied, requirements, problems, command } = report;
  const { created, updated, published, unchanged } = countsOf(report);
  const changes = requirements
    .filter(({ outcome, isPublished }) => outcome !== 'unchanged' || isPublished)
    .map(({ name, outcome, isPublished }) => `${outcome}${isPublished ? ', published' : ''}: ${name}`);
  const bad = new Set(problems.map(({ place }) => /^\[\d+\]/.exec(place)?.[0])).size;
  const all = requirements.length + bad;
  const good = `${created} created, ${updated} updated, ${unchanged} unchanged; ${published} published.`;
  const ending = applied
    ? [good]
    : problems.length > 0
      ? ['Nothing is written. Correct the file and run this again.']
      : [`It would be: ${good}`, 'Nothing is written yet. To write it:', `  ${command} --apply`];
  return [
    ...problems.map(({ place, problem }) => `${place}: ${problem}`),
    ...(problems.length > 0 ? [] : changes),
    `${file}: ${all} ${all === 1 ? 'requirement' : 'requirements'} for organization ${organization.id} (${organization.name}).`,
    ...ending,
  ].join('\n');
}
