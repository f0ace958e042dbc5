import type { words as courses } from '../courses/words/en.ts';
import type { words as driving } from '../driving/words/en.ts';
import type { words as ledger } from '../ledger/words/en.ts';
import type { words as palette } from '../palette/words/en.ts';
import type { words as papers } from '../papers/words/en.ts';
import type { words as reports } from '../reports/words/en.ts';
import type { words as rules } from '../rules/words/en.ts';
import type { words as settings } from '../settings/words/en.ts';

/** The words that come with a page of their own area, from `<area>/words/<language>.ts`. */
export interface Areas {
  courses: typeof courses;
  papers: typeof papers;
  driving: typeof driving;
  reports: typeof reports;
  palette: typeof palette;
  rules: typeof rules;
  ledger: typeof ledger;
  settings: typeof settings;
}
