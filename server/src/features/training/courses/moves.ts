import type { Moves } from '../../../kernel/moves.ts';
import type { CourseStatus } from './schema.ts';

/** What may be done with a course, and when. Source: the public spec on course status. */
export const COURSE_MOVES = {
  publish: { from: ['draft', 'archived'], to: 'published' },
  archive: { from: ['draft', 'published'], to: 'archived' },
  delete: { from: ['draft', 'published', 'archived'], to: 'deleted' },
} as const satisfies Moves<CourseStatus>;

export type CourseVerb = keyof typeof COURSE_MOVES;
