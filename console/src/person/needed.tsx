import { useTranslations } from 'use-intl';
import { StatusBadge, type StatusName } from '../parts/status.tsx';
import { When } from '../parts/when.tsx';
import type { Summary } from './data.ts';

const ORDER: StatusName[] = ['expired', 'missing', 'expiring', 'current', 'waived', 'notNeeded'];

interface Props {
  summary: Summary;
  /** The requirement whose reasons are open. */
  opened: string | null;
  explain(requirementId: string): void;
}

/** What is needed of them and how it stands, the most urgent first. */
export function Needed({ summary, opened, explain }: Props) {
  const t = useTranslations('person');
  const s = useTranslations('status');
  const needed = summary.requirements
    .filter(({ status }) => status !== 'notNeeded')
    .sort(
      (a, b) =>
        Number(b.isOverdue) - Number(a.isOverdue) ||
        ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
        a.requirement.name.localeCompare(b.requirement.name),
    );
  const met = needed.filter(({ status }) => ['current', 'expiring', 'waived'].includes(status)).length;
  return (
    <section className="card" aria-labelledby="needed">
      <h2 id="needed">
        {t('needed')} {needed.length > 0 && <small>{t('met', { met, needed: needed.length })}</small>}
      </h2>
      {needed.length === 0 ? (
        <p className="nothing">{t('nothing')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('requirement')}</th>
              <th scope="col">{t('status')}</th>
              <th scope="col">{t('dueAt')}</th>
              <th scope="col" className="why">
                <span className="hidden">{t('why')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {needed.map(({ requirement, status, isOverdue, isInHand, until, dueAt }) => (
              <tr key={requirement.id} data-opened={opened === requirement.id || undefined}>
                <th scope="row">
                  {requirement.name} {requirement.citation && <small>{requirement.citation}</small>}
                </th>
                <td>
                  <StatusBadge status={status} isOverdue={isOverdue} />{' '}
                  {isInHand && <span className="badge in-hand">{s('inHand')}</span>}
                </td>
                <td>{(until ?? dueAt) && <When time={(until ?? dueAt) as string} />}</td>
                <td className="why">
                  <button type="button" className="link" onClick={() => explain(requirement.id)}>
                    {t('why')}
                    <span className="hidden">: {requirement.name}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
