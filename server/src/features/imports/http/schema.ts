import { Data, OneOf, Shape, type Static, Type } from '../../../kernel/schema.ts';

export const IMPORT_KINDS = ['people', 'vehicles', 'courses', 'requirements'] as const;
/** Rows of one file: they are one write, which everybody else waits for. */
export const MOST_ROWS = 5000;
export const LARGEST_FILE = 10 * 1024 * 1024;

const fields = {
  kind: OneOf([...IMPORT_KINDS], {
    description: 'What is in the file: rows of people, vehicles or courses, or a JSON list of requirements.',
  }),
  delimiter: Type.Optional(
    OneOf([',', ';', '|', 'tab'], {
      description: 'What stands between the cells of a CSV; found out unless given.',
    }),
  ),
  createTags: Type.Optional(
    Type.Boolean({ description: 'True makes the tags that rows name and that are not there.' }),
  ),
};

/** The text fields of the form. */
export const ImportFields = Type.Object(fields, { additionalProperties: false });
export type ImportFields = Static<typeof ImportFields>;

export const ImportForm = Type.Object(
  {
    ...fields,
    file: Type.Unsafe<never>({
      type: 'string',
      format: 'binary',
      description: `CSV or XLSX with a header, of requirements JSON; up to ${MOST_ROWS} rows and 10 MiB.`,
    }),
  },
  { title: 'ImportFile', additionalProperties: false },
);

const ImportLine = Shape('ImportLine', {
  line: Type.Integer({
    description:
      'The line of the file that the row begins in; of requirements which of the list it is, from 1.',
  }),
  outcome: OneOf(['created', 'updated', 'unchanged', 'refused'], {
    description: 'What became of the row, or would.',
  }),
  name: Type.Optional(Type.String({ description: 'Name or title, as the row has it.' })),
  id: Type.Optional(
    Type.String({
      description: 'Id of the object; absent for one that is not there because nothing was written.',
    }),
  ),
  problems: Type.Optional(
    Type.Array(
      Shape('ImportProblem', {
        field: Type.Optional(Type.String({ description: 'The column, or the place in a requirement.' })),
        value: Type.Optional(Type.String({ description: 'What the cell has.' })),
        message: Type.String({ description: 'What is wrong, and what to do.' }),
      }),
      { description: 'Everything that is wrong with a row that is refused.' },
    ),
  ),
});
export type ImportLine = Static<typeof ImportLine>;

export const ImportReport = Shape('ImportReport', {
  kind: OneOf([...IMPORT_KINDS], { description: 'What is in the file.' }),
  isApplied: Type.Boolean({
    description: 'True when all of it is written; false on a dry run, and when a row is refused.',
  }),
  rows: Type.Integer({ description: 'Rows with any text.' }),
  created: Type.Integer({ description: 'Those that add an object.' }),
  updated: Type.Integer({ description: 'Those that change one.' }),
  unchanged: Type.Integer({ description: 'Those that change nothing.' }),
  refused: Type.Integer({ description: 'Those with which something is wrong.' }),
  newTags: Type.Array(Type.String(), { description: 'Names of the tags that it makes.' }),
  passedOver: Type.Array(Type.String(), { description: 'Columns that nobody can set.' }),
  lines: Type.Array(ImportLine, { description: 'Every row, in the order of the file.' }),
});
export type ImportReport = Static<typeof ImportReport>;
export const ImportReply = Data(ImportReport);
