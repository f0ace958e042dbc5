import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconCalendarDue, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { toldOf } from '../api.ts';
import '../matrix/bar.css';
import { Dialog } from '../parts/dialog.tsx';
import { toast } from '../parts/toasts.tsx';
import { deleteLater, move } from './changes.ts';
import type { Assignment } from './data.ts';

interface Props {
  chosen: readonly Assignment[];
  count: number;
  all(): void;
  clear(): void;
}

/** What can be done with the assignments that are chosen. */
export function Bar({ chosen, count, all, clear }: Props) {
  const t = useTranslations('assignments');
  const b = useTranslations('bar');
  const [isMoving, setMoving] = useState(false);
  const remove = (): void => {
    deleteLater(
      chosen.map(({ id }) => id),
      t('deleted', { count: chosen.length }),
      (error) => toast(toldOf(error).message),
    );
    clear();
  };
  return (
    <div className="action-bar" role="toolbar" aria-label={b('title')}>
      <span role="status">
        <b>{t('chosen', { count: chosen.length })}</b>
      </span>
      {chosen.length < count && (
        <button type="button" className="link" onClick={all}>
          {b('all', { count })}
        </button>
      )}
      <Button leftSection={<IconCalendarDue size={14} stroke={1.8} />} onClick={() => setMoving(true)}>
        {t('move')}
      </Button>
      <Button leftSection={<IconTrash size={14} stroke={1.8} />} onClick={remove}>
        {t('delete')}
      </Button>
      <ActionIcon className="icon-button" aria-label={b('clear')} onClick={clear}>
        <IconX size={16} stroke={1.8} />
      </ActionIcon>
      {isMoving && <Move chosen={chosen} close={() => setMoving(false)} done={clear} />}
    </div>
  );
}

function Move({ chosen, close, done }: { chosen: readonly Assignment[]; close(): void; done(): void }) {
  const t = useTranslations('assignments');
  const p = useTranslations('parts');
  const [due, setDue] = useState('');
  const [refused, setRefused] = useState('');
  return (
    <Dialog title={t('moveTitle', { count: chosen.length })} close={close}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          try {
            const to = new Date(`${due}T23:59:59`).toISOString();
            await move(chosen, to, t('moved', { count: chosen.length }));
            close();
            done();
          } catch (error) {
            setRefused(toldOf(error).message);
          }
        }}
      >
        <div className="dialog-body">
          <TextInput
            type="date"
            label={t('newDue')}
            required
            value={due}
            onChange={(event) => setDue(event.currentTarget.value)}
          />
        </div>
        <div className="dialog-foot">
          <p role="alert" className="refused">
            {refused}
          </p>
          <Button className="quiet-button" onClick={close}>
            {p('cancel')}
          </Button>
          <Button type="submit" className="strong" disabled={!due}>
            {t('move')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
