import { IconLoader2 } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Sign } from '../parts/status.tsx';
import type { Run } from './data.ts';

const SIGNS = { complete: 'current', failed: 'expired', canceled: 'waived' } as const;

/** How a run stands: form, color and word. */
export function RunBadge({ of: { status } }: { of: Run }) {
  const t = useTranslations('reports');
  const sign = status === 'pending' ? undefined : SIGNS[status];
  return (
    <span className={`badge ${sign ?? 'in-hand'}`}>
      {sign ? <Sign status={sign} size={13} /> : <IconLoader2 size={13} stroke={2} aria-hidden />}
      {t(`states.${status}`)}
    </span>
  );
}
