import type { words as rules } from '../rules/words/en.ts';

/** The words that come with a page of their own area, from `<area>/words/<language>.ts`. */
export interface Areas {
  rules: typeof rules;
}
