import { Button, Modal } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { crew, toldOf } from '../api.ts';
import type { Requirement } from './rule.ts';

/** Ends a requirement, after a question: it cannot be taken back. */
export function Archive({ of, done }: { of: Requirement; done(next: Requirement): void }) {
  const t = useTranslations('rules.archive');
  const [isAsked, setAsked] = useState(false);
  const archive = useMutation({
    mutationFn: () => crew.requirements.archive({ id: of.id }),
    onSuccess: (next) => {
      setAsked(false);
      done(next);
    },
  });
  return (
    <>
      <Button
        className="quiet-button"
        leftSection={<IconArchive size={14} stroke={1.8} />}
        onClick={() => setAsked(true)}
      >
        {t('button')}
      </Button>
      <Modal
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={t('title', { name: of.name })}
        withCloseButton={false}
        centered
        lockScroll={false}
      >
        <p>{t(of.state === 'draft' ? 'ofDraft' : 'text')}</p>
        <p role="alert" className="refused">
          {archive.error && toldOf(archive.error).message}
        </p>
        <div className="step-buttons">
          <Button className="quiet-button" onClick={() => setAsked(false)} data-autofocus>
            {t('keep')}
          </Button>
          <Button className="strong" loading={archive.isPending} onClick={() => archive.mutate()}>
            {t('confirm')}
          </Button>
        </div>
      </Modal>
    </>
  );
}
