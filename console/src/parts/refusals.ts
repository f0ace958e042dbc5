import { StatusError } from '@crewready/client';

const SAID = [
  /^Invalid value for parameter (?<field>[A-Za-z][\w.[\]]*): (?<problem>.*)$/s,
  /^Object not found\. (?<field>[A-Za-z][\w.[\]]*): (?<problem>.*)$/s,
  /^(?<field>[A-Za-z][\w.[\]]*) (?<problem>is missing)/s,
];

/** What the server says of which field: as it lists them, else as its sentence names one. */
export function refusalsOf(error: unknown): Record<string, string> {
  if (!(error instanceof StatusError)) return {};
  if (Object.keys(error.fields).length > 0) return error.fields;
  for (const pattern of SAID) {
    const { field, problem } = pattern.exec(error.message)?.groups ?? {};
    if (field && problem) return { [field]: problem };
  }
  return {};
}
