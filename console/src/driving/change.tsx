import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';

/** Points gained or lost since the period before: a sign, a figure, and a color. */
export function Change({ points }: { points: number | null }) {
  const t = useTranslations('driving');
  const format = useFormatter();
  if (points === null)
    return (
      <span className="change" title={t('freshTold')}>
        {t('fresh')}
      </span>
    );
  if (points === 0)
    return (
      <span className="change" title={t('same')}>
        ±0
      </span>
    );
  const Icon = points > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={`change ${points > 0 ? 'risen' : 'fallen'}`}>
      <Icon size={14} stroke={2} aria-hidden />
      <span aria-hidden>
        {points > 0 ? '+' : '−'}
        {format.number(Math.abs(points))}
      </span>
      <span className="hidden">{t(points > 0 ? 'up' : 'down', { points: Math.abs(points) })}</span>
    </span>
  );
}
