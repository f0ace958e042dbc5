import type { ColumnUnit } from '../../kernel/dataset.ts';
import { List, OneOf, Shape, Type } from '../../kernel/schema.ts';

const DATA_TYPES = ['string', 'integer', 'float', 'timestamp'] as const;
const UNITS: [ColumnUnit, ...ColumnUnit[]] = ['days', 'kilograms', 'milliseconds', 'minutes', 'percents'];

export const dataType = OneOf(DATA_TYPES, {
  description: 'What its cells hold: text, whole numbers, numbers, or times.',
});
export const unit = Type.Optional(OneOf(UNITS, { description: 'Unit of its numbers, where they have one.' }));

/** A column as it is answered. */
export const ReportColumn = Shape('ReportColumn', {
  name: Type.String({ description: 'What people read.' }),
  dataType,
  unit,
});

/** The page size parameter of lists of reports. */
export const ReportLimit = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 100, default: 100, description: 'Objects a page, 1 to 100.' }),
);
export const idList = (what: string) =>
  Type.Optional(List(Type.String(), { maxItems: 10, description: `Only these ${what}, at most 10.` }));
