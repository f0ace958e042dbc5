import { useTranslations } from 'use-intl';
import type { Requirement } from './rule.ts';
import './state-badge.css';

/** Whether a requirement is in force, and whether what is written differs from that. */
export function StateBadge({ of }: { of: Pick<Requirement, 'state' | 'hasUnpublishedChanges'> }) {
  const t = useTranslations('rules.states');
  return (
    <span className="badge" data-state={of.state}>
      {t(of.state)}
      {of.state === 'published' && of.hasUnpublishedChanges && `, ${t('changed')}`}
    </span>
  );
}
