import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useChosen } from '../parts/chosen.ts';
import { useMayWrite } from '../parts/known.ts';

/** Opens the dialog that assigns training, for those who may assign. */
export function AssignButton({ ids }: { ids?: readonly string[] }) {
  const t = useTranslations('assign');
  const { open } = useChosen('assign');
  if (!useMayWrite()) return null;
  return (
    <Button
      className="strong"
      leftSection={<IconPlus size={14} stroke={1.8} />}
      onClick={() => open(ids)}
      aria-label={t('title')}
    >
      <span className="wide">{t('title')}</span>
      <span className="short" aria-hidden>
        {t('short')}
      </span>
    </Button>
  );
}
