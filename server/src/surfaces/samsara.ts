import { type ApiError, type Problem, UnknownPath } from '../kernel/errors.ts';
import type { Routes, Surface, SurfaceRoutes } from '../kernel/feature.ts';

/** A problem in the words of the Samsara API. */
function wordsOf({ field, problem, about }: Problem): string {
  if (field === undefined) return problem;
  if (about === 'missing') return `${field} is missing`;
  if (about === 'unknown') return `Unknown field ${field}. Remove it or check its spelling.`;
  if (about === 'unknownParameter') return `Unknown parameter ${field}. Remove it or check its spelling.`;
  return `Invalid value for parameter ${field}: ${problem}`;
}

/** An error in the words of the Samsara API: its first problem, and how many more a batch has. */
export function samsaraMessage(error: ApiError): string {
  const [first, ...others] = error.problems;
  if (error.status === 404 && !(error instanceof UnknownPath))
    return `Object not found. ${first.field === undefined ? '' : `${first.field}: `}${first.problem}`;
  if (error.status !== 400)
    return first.field === undefined ? first.problem : `${first.field}: ${first.problem}`;
  if (first.row === undefined) return wordsOf(first);
  const more = others.length > 0 ? ` (${others.length + 1} problems in all)` : '';
  return `Row ${first.row + 1}: ${wordsOf(first)}${more}`;
}

/** The dialect of the Samsara API at today's paths; it also owns every path that no other dialect claims. */
export const samsaraSurface: Surface = {
  name: 'samsara',
  owns: () => true,
  errorBody: (error, requestId) => ({ message: samsaraMessage(error), requestId }),
};

export const samsara = (routes: Routes): SurfaceRoutes => ({ surface: samsaraSurface, routes });
