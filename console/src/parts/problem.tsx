import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { toldOf } from '../api.ts';

/** What went wrong where something should be, and a way to try again. */
export function Problem({ error, again }: { error: unknown; again?: () => void }) {
  const t = useTranslations('problem');
  const { message, requestId } = toldOf(error);
  return (
    <div className="empty" role="alert">
      <strong>{t('title')}</strong>
      <p>{message}</p>
      {requestId && (
        <p className="quiet">
          {t('request')} <code>{requestId}</code>
        </p>
      )}
      {again && (
        <Button className="quiet-button" onClick={() => again()}>
          {t('again')}
        </Button>
      )}
    </div>
  );
}
