import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { toast } from '../parts/toasts.tsx';
import { type Config, useSchedules } from './data.ts';

/** Deletes a report, after a question: it cannot be taken back. */
export function Delete({ of }: { of: Config }) {
  const t = useTranslations('reports');
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const { data: schedules } = useSchedules();
  const count = schedules?.filter(({ reportConfigId }) => reportConfigId === of.id).length ?? 0;
  const remove = useMutation({
    mutationFn: () => crew.reportConfigs.delete({ id: of.id }),
    onSuccess: async () => {
      toast(t('deleted', { name: of.name }));
      await navigate('/reports', { replace: true });
      await queries.invalidateQueries({ queryKey: ['reports'] });
    },
  });
  return (
    <>
      <ActionIcon
        className="icon-button"
        aria-label={t('delete')}
        title={t('delete')}
        onClick={() => setAsked(true)}
      >
        <IconTrash size={16} stroke={1.8} />
      </ActionIcon>
      {isAsked && (
        <Dialog title={t('deleteTitle', { name: of.name })} close={() => setAsked(false)}>
          <p className="dialog-body">{t('deleteText', { count })}</p>
          <footer className="dialog-foot">
            <span role="alert" className="refused">
              {remove.error && toldOf(remove.error).message}
            </span>
            <Button className="quiet-button" data-autofocus onClick={() => setAsked(false)}>
              {t('keep')}
            </Button>
            <Button className="strong" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('deleteIt')}
            </Button>
          </footer>
        </Dialog>
      )}
    </>
  );
}
