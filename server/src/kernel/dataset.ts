import type { Sight } from './auth.ts';
import type { Sql } from './database/database.ts';

/** What a report cell can be. Source: the public spec. */
export type ColumnType = 'string' | 'integer' | 'float' | 'timestamp';

/** The units that our datasets use, out of the public spec's list. */
export type ColumnUnit = 'days' | 'minutes' | 'milliseconds' | 'kilograms' | 'percents';

/** A column that a report can show. */
export interface DatasetColumn {
  /** What requests call it: `courseTitle`. */
  name: string;
  /** What people read: `Course: title`. */
  label: string;
  dataType: ColumnType;
  unit?: ColumnUnit;
  /**
   * Its value, over the tables of the dataset's `source`: text, bigint, double precision or timestamptz as
   * `dataType` says; null for an empty cell.
   */
  value: Sql | ((view: ReportView) => Sql);
}

/** Whose report it is, what they may see, and its one present: what is overdue or lapsed in it is so at this moment. */
export interface ReportView extends Sight {
  /** A timestamptz. */
  at: Sql;
}

/** Something that can be reported on. A feature lists its own as `datasets`. */
export interface Dataset {
  /** What requests call it: `TrainingAssignments`. */
  id: string;
  label: string;
  /** What a token needs beside reports: a report is no way around the scopes of what it shows. */
  scopes: readonly string[];
  columns: DatasetColumn[];
  /**
   * `from … where …`, with the organization in it; what sums over the run's range, or depends on the present, takes
   * them from here.
   */
  source(view: ReportView, range?: { startTime: string; endTime: string }): Sql;
  /**
   * The time that a report's range is compared with, absent when `source` sees to it, and the longest range; absent
   * when a report has none. Of what may be entered ahead of its time, also how far ahead a range may end.
   */
  time?: { value?: Sql; limitDays: number; aheadDays?: number };
  /**
   * The person or vehicle that a row is about, which decides whether a token limited to tags sees it. Without one
   * every token sees every row, or, with `'hidden'`, a token limited to tags sees none.
   */
  entity: Sql | undefined | 'hidden';
  /** The order of the rows unless a report names one; ends with a key, so that it is one order. */
  order: Sql;
}

/** A column's value in one report. */
export const valueIn = ({ value }: DatasetColumn, view: ReportView): Sql =>
  typeof value === 'function' ? value(view) : value;

/** Everything that can be reported on, by label. */
export class Datasets {
  readonly all: readonly Dataset[];
  readonly #byId: ReadonlyMap<string, Dataset>;

  constructor(datasets: readonly Dataset[] = []) {
    this.all = [...datasets].sort((a, b) => (a.label < b.label ? -1 : 1));
    this.#byId = new Map(this.all.map((dataset) => [dataset.id, dataset]));
  }

  /** Undefined for one that this version does not know, or no longer. */
  get(id: string): Dataset | undefined {
    return this.#byId.get(id);
  }

  /** @throws what `refuse` makes of an unknown one. */
  require(id: string, refuse: (id: string) => Error): Dataset {
    const dataset = this.get(id);
    if (!dataset) throw refuse(id);
    return dataset;
  }
}

const columns =
  (dataType: ColumnType, unit?: ColumnUnit) =>
  (name: string, label: string, value: DatasetColumn['value']): DatasetColumn => ({
    name,
    label,
    dataType,
    ...(unit ? { unit } : {}),
    value,
  });

/** Columns of each kind. */
export const column = {
  text: columns('string'),
  time: columns('timestamp'),
  count: columns('integer'),
  number: columns('float'),
  minutes: columns('integer', 'minutes'),
  milliseconds: columns('integer', 'milliseconds'),
  days: columns('integer', 'days'),
  kilograms: columns('integer', 'kilograms'),
  percents: columns('float', 'percents'),
};
