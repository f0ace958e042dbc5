import { IconHourglassEmpty } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Sign, type StatusName } from '../parts/status.tsx';
import type { Standing } from './data.ts';

const SIGNS = { valid: 'current', expiring: 'expiring', lapsed: 'expired' } as const satisfies Partial<
  Record<Standing, StatusName>
>;

/** What a record is worth now: form, color and word. */
export function StandingBadge({ of, isQuiet = false }: { of: Standing; isQuiet?: boolean }) {
  const t = useTranslations('papers.standings');
  const sign = of === 'notYetValid' ? undefined : SIGNS[of];
  return (
    <span className={`${isQuiet ? 'worst' : 'badge'} ${sign ?? ''}`}>
      {sign ? <Sign status={sign} size={13} /> : <IconHourglassEmpty size={13} stroke={2} aria-hidden />}{' '}
      {t(of)}
    </span>
  );
}

/** The same, from the dates of a record; within 30 days it is expiring. */
export function standingOf(
  { issueDate, expirationDate }: { issueDate: string; expirationDate?: string },
  now: number,
): Standing {
  if (Date.parse(issueDate) > now) return 'notYetValid';
  if (!expirationDate) return 'valid';
  const left = Date.parse(expirationDate) - now;
  return left < 0 ? 'lapsed' : left < 30 * 86_400_000 ? 'expiring' : 'valid';
}
