import { Body, Shape, Type } from '../../../kernel/schema.ts';
import { columnsInput, shapingInput } from '../definition/schema.ts';
import { rows } from '../runs/schema.ts';
import { ReportColumn } from '../schema.ts';

/** Rows of a draft unless fewer are asked for. */
export const MOST_ROWS = 50;

export const DraftRun = Body('DraftReportRun', {
  datasetId: Type.String({ description: 'The dataset to report on.' }),
  columns: columnsInput,
  ...shapingInput,
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MOST_ROWS,
      default: MOST_ROWS,
      description: `Rows, 1 to ${MOST_ROWS}.`,
    }),
  ),
});

export const DraftReply = Type.Object({
  data: Shape('ReportDraft', {
    columns: Type.Array(ReportColumn, { description: 'What the cells of a row are, in order.' }),
    rows,
    hasMoreRows: Type.Boolean({ description: 'Whether a run would have more rows.' }),
  }),
});
