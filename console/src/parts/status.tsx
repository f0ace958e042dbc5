import {
  IconAlertOctagonFilled,
  IconCircleCheckFilled,
  IconCircleDashedPlus,
  IconCircleMinus,
  IconClockHour4,
  IconPointFilled,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';

export const STATUSES = ['current', 'expiring', 'expired', 'missing', 'waived', 'notNeeded'] as const;
export type StatusName = (typeof STATUSES)[number];

const SIGNS = {
  current: IconCircleCheckFilled,
  expiring: IconClockHour4,
  expired: IconAlertOctagonFilled,
  missing: IconCircleDashedPlus,
  waived: IconCircleMinus,
  notNeeded: IconPointFilled,
};

/** The form of a status, beside its word. */
export function Sign({ status, size = 15 }: { status: StatusName; size?: number }) {
  const Icon = SIGNS[status];
  return <Icon className={`sign ${status}`} size={size} stroke={2} aria-hidden />;
}

/** A status as a badge: form, color and word. */
export function StatusBadge({ status, isOverdue = false }: { status: StatusName; isOverdue?: boolean }) {
  const t = useTranslations('status');
  return (
    <span className={`badge ${status}`}>
      <Sign status={status} size={13} />
      {t(status)}
      {isOverdue && `, ${t('overdue')}`}
    </span>
  );
}

/** How much of the needed has each status, as one bar. */
export function StatusBar({ counts }: { counts: Partial<Record<StatusName, number>> }) {
  const t = useTranslations('status');
  const parts = (['current', 'waived', 'expiring', 'expired', 'missing'] as const)
    .map((status) => ({ status, count: counts[status] ?? 0 }))
    .filter(({ count }) => count > 0);
  return (
    <div
      className="status-bar"
      role="img"
      aria-label={parts.map(({ status, count }) => `${t(status)} ${count}`).join(', ')}
    >
      {parts.map(({ status, count }) => (
        <i key={status} className={status} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}
