import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

interface Document {
  paths: Record<string, Record<string, { responses?: Record<string, Reply> }>>;
  components?: { responses?: Record<string, Reply> };
}

/** A reply in its place, or by the name under which it is shared. */
interface Reply {
  $ref?: string;
  content?: Record<string, unknown>;
}

/**
 * OpenAPI documents that every reply has to fit: this project's own and any that SAMSARA_SPEC names, comma
 * separated, such as a copy of the public description.
 */
const files = [
  new URL('../contract/openapi.json', import.meta.url),
  ...(process.env.SAMSARA_SPEC ?? '').split(',').filter(Boolean),
];
const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
const documents = files.map((file, index) => {
  const document: Document = JSON.parse(readFileSync(file, 'utf8'));
  ajv.addSchema(document, `document-${index}`);
  return { name: String(file).split('/').at(-1), key: `document-${index}`, document };
});
const validators = new Map<string, ValidateFunction>();

/**
 * Where the public description contradicts itself: it says in words that a report's cells are text, numbers and null,
 * and in its schema that each is an object.
 */
const CONTRADICTED = /^\/data\/rows\/\d+\/\d+$/;

/** How many replies were held against how many descriptions. */
export const checked = { replies: 0, descriptions: 0 };

/** Throws unless a reply fits every document that describes its operation. */
export function expectFits(method: string, path: string, status: number, body: unknown): void {
  checked.replies += 1;
  for (const { name, key, document } of documents) {
    const template = Object.keys(document.paths).find(
      (candidate) => matches(candidate, path) && document.paths[candidate]?.[method.toLowerCase()],
    );
    const told = template && document.paths[template]?.[method.toLowerCase()]?.responses?.[status];
    if (!template || !told) continue;
    const { content } =
      (told.$ref && document.components?.responses?.[told.$ref.split('/').at(-1) ?? '']) || told;
    if (!content?.['application/json']) continue;
    const place = told.$ref ?? `#/paths/${pointerPart(template)}/${method.toLowerCase()}/responses/${status}`;
    const pointer = `${key}${place}/content/${pointerPart('application/json')}/schema`;
    let validate = validators.get(pointer);
    if (!validate) {
      validate = ajv.compile({ $ref: pointer });
      validators.set(pointer, validate);
    }
    checked.descriptions += 1;
    const errors = validate(body)
      ? []
      : (validate.errors ?? []).filter((error) => !CONTRADICTED.test(error.instancePath));
    if (errors.length > 0) {
      throw new Error(
        `${method} ${path} ${status} does not fit ${name}: ${ajv.errorsText(errors)}\n${JSON.stringify(body).slice(0, 1500)}`,
      );
    }
  }
}

const pointerPart = (part: string): string =>
  part.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');

function matches(template: string, path: string): boolean {
  const [a, b] = [template.split('/'), path.split('/')];
  return (
    a.length === b.length &&
    a.every((part, index) => part === b[index] || (part.startsWith('{') && b[index] !== ''))
  );
}
