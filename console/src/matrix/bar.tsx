import { ActionIcon, Button } from '@mantine/core';
import { IconShieldOff, IconUserPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useChosen } from '../parts/chosen.ts';
import { LETTERS, type Row } from './data.ts';
import './bar.css';

interface Props {
  chosen: readonly Row[];
  /** How many there are in all. */
  count: number;
  all(): void;
  clear(): void;
}

/** What can be done with the rows that are chosen. */
export function ActionBar({ chosen, count, all, clear }: Props) {
  const t = useTranslations('bar');
  const assign = useChosen('assign');
  const waive = useChosen('waive');
  const ids = chosen.map(({ id }) => id);
  const gaps = chosen.reduce(
    (sum, { statuses }) =>
      sum +
      [...statuses].filter((letter) => ['expired', 'missing'].includes(LETTERS[letter]?.status ?? '')).length,
    0,
  );
  return (
    <div className="action-bar" role="toolbar" aria-label={t('title')}>
      <span role="status">
        <b>{t('gaps', { count: gaps })}</b> {t('of', { count: chosen.length })}
      </span>
      {chosen.length < count && (
        <button type="button" className="link" onClick={all}>
          {t('all', { count })}
        </button>
      )}
      <Button leftSection={<IconUserPlus size={14} stroke={1.8} />} onClick={() => assign.open(ids)}>
        {t('assign')}
      </Button>
      <Button leftSection={<IconShieldOff size={14} stroke={1.8} />} onClick={() => waive.open(ids)}>
        {t('waive')}
      </Button>
      <ActionIcon className="icon-button" aria-label={t('clear')} onClick={clear}>
        <IconX size={16} stroke={1.8} />
      </ActionIcon>
    </div>
  );
}
