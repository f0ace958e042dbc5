import { useFormatter, useTranslations } from 'use-intl';
import { StatusBar } from '../parts/status.tsx';
import { type Course, useCourseFigures } from './data.ts';

/** A course in the list: what it is called, its state, how long it takes, and who has it. */
export function Line({ course }: { course: Course }) {
  const t = useTranslations('courses');
  const format = useFormatter();
  const { data: figures } = useCourseFigures();
  const { assigned = 0, completed = 0, overdue = 0 } = figures?.get(course.id) ?? {};
  return (
    <>
      <strong>{course.title}</strong>
      <span className="state">
        <StateBadge state={course.status} />
      </span>
      <span className="minutes">{t('minutes', { count: course.estimatedTimeToCompleteMinutes })}</span>
      <span className="who-has">
        {assigned > 0 && (
          <>
            <StatusBar
              counts={{ current: completed, expired: overdue, missing: assigned - completed - overdue }}
            />
            <span>
              <b>{format.number(completed)}</b>/{format.number(assigned)}
            </span>
          </>
        )}
      </span>
      <span className={overdue > 0 ? 'worst expired' : 'worst'}>
        {overdue > 0 && t('overdue', { count: overdue })}
      </span>
    </>
  );
}

/** Whether a course can be assigned; the usual needs no word. */
export function StateBadge({ state }: { state: Course['status'] }) {
  const t = useTranslations('courses');
  if (state !== 'draft' && state !== 'archived') return null;
  return <span className={state === 'draft' ? 'badge in-hand' : 'badge'}>{t(`states.${state}`)}</span>;
}
