import { StatusError } from '@crewready/client';
import { refusalsOf } from '../parts/refusals.ts';

const FIELD = /field ".*?" \((?<id>[0-9a-f-]{36})\): (?<problem>.+?)(?=; |\.?$)/gs;

/** What is refused of a record: by the name of what the form has, or by the id of a field of its type. */
export function refusedOf(error: unknown): Record<string, string> {
  const refused: Record<string, string> = {};
  if (error instanceof StatusError)
    for (const { groups } of error.message.matchAll(FIELD))
      if (groups?.id && groups.problem) refused[groups.id] = groups.problem;
  return Object.keys(refused).length > 0 ? refused : refusalsOf(error);
}
