import type { Kind, Passed, RowProblem } from '../../features/imports/index.ts';
import type { Organization } from '../organizations.ts';

/** What there is to tell at the end. */
export interface Report {
  file: string;
  kind: Kind['name'];
  /** Columns of the file that nobody can set. */
  passedOver: readonly string[];
  organization: Organization;
  applied: boolean;
  passed: Passed;
  /** The command that would write it. */
  command: string;
}

const number = (value: number): string => value.toLocaleString('en-US');
const badRows = (bad: readonly RowProblem[]): number => new Set(bad.map(({ line }) => line)).size;

/** The report for machines. */
export function toJson({
  file,
  kind,
  passedOver,
  organization: { id, name },
  applied,
  passed,
}: Report): object {
  const { rows, created, updated, unchanged, bad, newTags } = passed;
  const counts = { rows, created, updated, unchanged, badRows: badRows(bad) };
  return {
    file,
    kind,
    organization: { id, name },
    applied,
    ...counts,
    passedOver,
    newTags: [...newTags],
    bad,
  };
}

/** The report for people: every bad row first, what to do last. */
export function toText(report: Report): string {
  const { file, kind, organization, applied, passed } = report;
  const { created, updated, unchanged, newTags } = passed;
  const counts = applied
    ? `Created ${number(created)}, updated ${number(updated)}, left unchanged ${number(unchanged)}.`
    : `Would create ${number(created)}, update ${number(updated)}, leave unchanged ${number(unchanged)}.`;
  const tags = [...newTags].map((tag) => `"${tag}"`).join(', ');
  return [
    ...passed.bad.map(problemLine),
    `${file}: ${number(passed.rows)} rows of ${kind} for organization ${organization.id} (${organization.name}).`,
    counts,
    ...(report.passedOver.length > 0
      ? [`Passed over, since an import cannot set them: ${report.passedOver.join(', ')}.`]
      : []),
    ...(tags ? [`Tags ${applied ? 'made' : 'to make'}: ${tags}`] : []),
    ...ending(report),
  ].join('\n');
}

function ending({ applied, passed, command }: Report): string[] {
  const bad = badRows(passed.bad);
  const rows = bad === 1 ? '1 row is bad' : `${number(bad)} rows are bad`;
  if (applied) return bad > 0 ? [`${rows} and skipped.`] : [];
  if (bad === 0) return ['Nothing is written yet. To write it:', `  ${command} --apply`];
  return [
    `${rows}; nothing is written. Correct the file and run this again, or write the good rows alone:`,
    `  ${command} --apply --skip-bad-rows`,
  ];
}

function problemLine({ line, column, value, problem }: RowProblem): string {
  const shown = value === undefined ? '' : ` ${JSON.stringify(cut(value))}`;
  return `line ${line}${column ? `, ${column}` : ''}${shown}: ${problem}`;
}

const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
