import type { FastifyRequest } from 'fastify';
import { badRequest, invalid, type Problem } from '../kernel/errors.ts';
import { textOf } from '../kernel/http/body.ts';
import { readable } from '../kernel/http/input.ts';
import { eachProblem, type Problems } from '../kernel/http/problems.ts';
import { toBoolean } from '../kernel/http/query.ts';
import { invalidBySchema } from '../kernel/http/validation.ts';

type Fields = Record<string, unknown>;

/** What a form's box may say beside what a query may. */
const BOXES: Record<string, boolean> = { on: true, yes: true, y: true, off: false, no: false, n: false };

const isObject = (body: unknown): body is Fields =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

type Properties = Record<string, { type?: string | string[] }>;

const propertiesOf = (request: FastifyRequest): Properties =>
  (request.routeOptions.schema?.body as { properties?: Properties } | undefined)?.properties ?? {};

const isNullable = (type: string | string[] | undefined): boolean => [type].flat().includes('null');

/**
 * Reads a form, urlencoded or multipart, as the framework of this dialect does: text is the type that its field has,
 * and an empty box is a field that is not specified.
 */
export async function readForm(request: FastifyRequest, body: Buffer): Promise<Fields> {
  const type = request.headers['content-type'] ?? '';
  const pairs = type.toLowerCase().includes('multipart')
    ? await partsOf(type, body)
    : pairsOf(textOf('The form', body));
  const known = propertiesOf(request);
  const fields: Fields = {};
  for (const [name, text] of pairs) {
    if (name in fields && name in known) throw invalid(name, 'it is sent more than once.');
    const { type } = known[name] ?? {};
    if (type === 'boolean') fields[name] = toBoolean(text) ?? BOXES[text.toLowerCase()] ?? text;
    else fields[name] = text === '' && isNullable(type) ? null : text;
    if (text === '' && type === 'boolean') delete fields[name];
  }
  return readable('body', fields) as Fields;
}

function pairsOf(form: string): [string, string][] {
  const decoded = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
  try {
    return form
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [decoded(name), decoded(value.join('='))];
      });
  } catch {
    throw badRequest('The form has a broken percent-encoding.');
  }
}

async function partsOf(type: string, body: Buffer): Promise<[string, string][]> {
  textOf('The form', body);
  const headers = { 'content-type': type };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => {
    throw badRequest('The multipart body is broken.');
  });
  return [...form].map(([name, value]) => {
    if (typeof value !== 'string') throw invalid(name, 'it is a file; send its text.');
    return [name, value];
  });
}

/** Makes of a body what is meant: a number for an id is its digits, and null is a field that is not specified. */
export function readBody(request: FastifyRequest): void {
  const { body } = request;
  if (!isObject(body)) return;
  for (const [name, { type }] of Object.entries(propertiesOf(request))) {
    const value = body[name];
    if (value === null && !isNullable(type)) delete body[name];
    else if (/api_id$/.test(name) && Number.isSafeInteger(value)) body[name] = String(value);
  }
}

/** Takes the fields that do not fit out of a body, so that the others can be looked at too. @throws 400 if none fit */
export function keepFitting(request: FastifyRequest): void {
  const error = request.validationError;
  if (!error) return;
  if (error.validationContext !== 'body' || !isObject(request.body)) throw error;
  for (const { field = '' } of misfitsOf(request)) delete request.body[field];
}

/** What is wrong with a body by its schema. */
const misfitsOf = ({ validationError }: FastifyRequest): readonly Problem[] =>
  validationError?.validation ? invalidBySchema(validationError.validation, 'body').problems : [];

/** Where a service notes what is wrong, so that all of it is told at once: what the schema found is there already. */
export function problemsOf(request: FastifyRequest): Problems {
  const misfits = misfitsOf(request);
  const told = new Set(misfits.map(({ field }) => field));
  return eachProblem(misfits, ({ field }) => field === undefined || !told.has(field));
}
