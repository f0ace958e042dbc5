import type { Person } from '../../features/directory/index.ts';
import type { PastAssignment } from '../../features/training/index.ts';
import { DAY_MS } from '../../kernel/time.ts';
import type { Random } from './random.ts';

const TWO_YEARS_DAYS = 730;

interface Course {
  id: string;
  revisionId: string;
  minutes: number;
}

/**
 * `count` assignments over the two years before `now`, oldest first: most completed, some of them late, the
 * recent ones in every state between assigned and overdue, a few deleted. A learner never has two unfinished
 * assignments of one course.
 */
export function history(
  random: Random,
  now: Date,
  courses: Course[],
  learners: Person[],
  count: number,
): PastAssignment[] {
  const open = new Set<string>();
  const items: PastAssignment[] = [];
  const ages = Array.from({ length: count }, () => random.next() * TWO_YEARS_DAYS).sort((a, b) => b - a);
  for (const age of ages) {
    let course = random.pick(courses);
    let learner = random.pick(learners);
    while (open.has(`${course.id} ${learner.id}`))
      [course, learner] = [random.pick(courses), random.pick(learners)];
    const story = tell(random, now, age, course.minutes);
    if (story.status !== 'completed' && !story.deleted) open.add(`${course.id} ${learner.id}`);
    items.push({ ...story, course: { id: course.id, revisionId: course.revisionId }, learner });
  }
  return items;
}

/** What became of an assignment that was made `age` days ago. */
function tell(
  random: Random,
  now: Date,
  age: number,
  minutes: number,
): Omit<PastAssignment, 'course' | 'learner'> {
  const at = (daysAgo: number): string =>
    new Date(Math.round((now.getTime() - daysAgo * DAY_MS) / 1000) * 1000).toISOString();
  const term = random.pick([14, 30, 60]);
  const told = { createdAt: at(age), dueAt: at(age - term) };
  // Most finish before they must, some after; whoever has not come to it by now is still at it.
  const takes = random.chance(0.82) ? random.next() * term : term + random.next() * 40;
  const doneAt = age - takes;
  if (doneAt > 0 && random.chance(0.96)) {
    const durationMinutes = Math.max(1, Math.round(minutes * (0.6 + random.next())));
    return {
      ...told,
      status: 'completed',
      startedAt: at(doneAt + durationMinutes / 1440),
      completedAt: at(doneAt),
      durationMinutes,
      scorePercent: random.between(14, 20) * 5,
    };
  }
  if (random.chance(0.03)) return { ...told, status: 'notStarted', deleted: true };
  const begun = age * random.next();
  return random.chance(0.4)
    ? {
        ...told,
        status: 'inProgress',
        startedAt: at(begun),
        durationMinutes: random.between(1, Math.max(1, minutes - 1)),
      }
    : { ...told, status: 'notStarted' };
}
