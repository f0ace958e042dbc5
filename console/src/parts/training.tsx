import { useNow, useTranslations } from 'use-intl';
import { Sign, type StatusName } from './status.tsx';

const WEEK = 7 * 86_400_000;

export interface Standing {
  status: 'notStarted' | 'inProgress' | 'completed';
  isOverdue?: boolean;
  dueAtTime?: string;
}

/** Training in the five statuses: overdue is expired, due within seven days is expiring. */
export function signOf({ status, isOverdue, dueAtTime }: Standing, now: number): StatusName {
  if (status === 'completed') return 'current';
  if (isOverdue) return 'expired';
  return dueAtTime && Date.parse(dueAtTime) - now < WEEK ? 'expiring' : 'missing';
}

/** How an assignment stands: form, color and word. */
export function TrainingBadge({ of }: { of: Standing }) {
  const t = useTranslations('training');
  const s = useTranslations('status');
  const sign = signOf(of, useNow().getTime());
  return (
    <span className={`badge ${sign}`}>
      <Sign status={sign} size={13} />
      {t(of.status)}
      {sign === 'expired' && `, ${s('overdue')}`}
    </span>
  );
}
