import { useFormatter, useTranslations } from 'use-intl';
import { TrainingBadge } from '../parts/training.tsx';
import { When } from '../parts/when.tsx';
import type { Summary } from './data.ts';

/** What they were assigned, newest first, with every attempt at it. */
export function Training({ assignments }: { assignments: Summary['trainingAssignments'] }) {
  const t = useTranslations('person');
  const format = useFormatter();
  if (!assignments) return null;
  return (
    <section className="card" aria-labelledby="training">
      <h2 id="training">
        {t('training')} {assignments.length > 0 && <span className="pill">{assignments.length}</span>}
      </h2>
      {assignments.length === 0 ? (
        <p className="nothing">{t('noTraining')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('course')}</th>
              <th scope="col">{t('status')}</th>
              <th scope="col">{t('due')}</th>
              <th scope="col">{t('attempts')}</th>
            </tr>
          </thead>
          <tbody>
            {assignments.map(({ assignment, courseTitle, attempts }) => (
              <tr key={assignment.id}>
                <th scope="row">{courseTitle}</th>
                <td>
                  <TrainingBadge of={assignment} />
                </td>
                <td>{assignment.dueAtTime && <When time={assignment.dueAtTime} />}</td>
                <td>
                  {attempts.length === 0 && <span className="quiet">{t('noAttempts')}</span>}
                  <ol>
                    {attempts.map(({ completedAtTime, scorePercent }) => (
                      <li key={completedAtTime}>
                        <When time={completedAtTime} />
                        {scorePercent !== undefined && <b> {format.number(scorePercent)} %</b>}
                      </li>
                    ))}
                  </ol>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
