import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { crew, toldOf } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import type { Account } from './data.ts';
import { Secret } from './secret.tsx';

/** Makes a link that signs somebody in once, and shows it once. */
export function Invitation({ account, close }: { account: Account; close(): void }) {
  const t = useTranslations('settings.accounts');
  const s = useTranslations('settings');
  const { id, personType, name = id } = account;
  const [link, setLink] = useState<string>();
  const [refused, setRefused] = useState<unknown>();
  const isAsked = useRef(false);
  useEffect(() => {
    // Each one ends those before: one is asked for, however often this is drawn.
    if (isAsked.current) return;
    isAsked.current = true;
    crew.signInCodes
      .create({ personId: `${personType}-${id}`, purpose: 'invitation' })
      .then(({ path }) => setLink(`${location.origin}${path}`), setRefused);
  }, [id, personType]);
  return (
    <Dialog title={name} close={close}>
      <div className="dialog-body">
        {link !== undefined && <Secret label={t('link')} text={link} told={t('linkText', { name })} />}
        {refused !== undefined && <p role="alert">{toldOf(refused).message}</p>}
      </div>
      <div className="dialog-foot">
        <Button className="quiet-button" onClick={close}>
          {s('done')}
        </Button>
      </div>
    </Dialog>
  );
}
