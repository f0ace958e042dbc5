import type { ApiError, Problem } from '../kernel/errors.ts';
import type { Routes, Surface, SurfaceRoutes } from '../kernel/feature.ts';
import { validators } from '../kernel/http/validators.ts';
import { ErrorReply, Shape, Type } from '../kernel/schema.ts';
import { samsaraMessage, samsaraSurface } from './samsara.ts';

/** Fields that are told of one request. */
const MOST_FIELDS = 50;

/** A 400 of our own operations: a form puts each message where it belongs. */
const InvalidReply = Shape('InvalidError', {
  ...ErrorReply.properties,
  fields: Type.Optional(
    Type.Record(Type.String(), Type.String(), {
      description: `What is wrong with which field or parameter, where that is known: at most ${MOST_FIELDS}.`,
    }),
  ),
});

/** What is wrong with each field: the first of each, a row of a list by its place. */
function fieldsOf({ status, problems }: ApiError): Record<string, string> | undefined {
  if (status !== 400) return undefined;
  const told = new Map<string, string>();
  for (const { field, problem, about, row } of problems) {
    if (field === undefined || about === 'whole' || told.size === MOST_FIELDS) continue;
    const place = row === undefined ? field : `[${row}].${field}`;
    if (!told.has(place)) told.set(place, sentence(problem));
  }
  return told.size > 0 ? Object.fromEntries(told) : undefined;
}

const sentence = (problem: Problem['problem']): string => problem.charAt(0).toUpperCase() + problem.slice(1);

/** The message of an error; one about several parameters that there are not names them all. */
function messageOf(error: ApiError): string {
  const strangers = error.problems.flatMap(({ field, about }) => (about === 'unknownParameter' ? field : []));
  if (strangers.length < 2) return samsaraMessage(error);
  return `Unknown parameters ${strangers.join(', ')}. Remove them or check their spelling.`;
}

/** Crewready's own operations, in the style of the Samsara API: what it keeps in its dashboard. */
export const nativeSurface: Surface = {
  ...samsaraSurface,
  name: 'native',
  owns: () => false,
  strictQuery: true,
  entityTags: true,
  errorBody(error, requestId) {
    const fields = fieldsOf(error);
    return { message: messageOf(error), requestId, ...(fields ? { fields } : {}) };
  },
  errorSchema: (status) => (status === 400 ? InvalidReply : ErrorReply),
};

export const native = (routes: Routes): SurfaceRoutes => ({
  surface: nativeSurface,
  routes: (app, services) => {
    app.setValidatorCompiler(validators(true));
    routes(app, services);
  },
});
