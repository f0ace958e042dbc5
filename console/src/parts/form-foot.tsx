import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { toldOf } from '../api.ts';

interface Props {
  /** What was thrown, where no field tells it. */
  refused: unknown;
  close(): void;
  /** The word on the button that sends the form. */
  send: string;
}

/** The foot of a form in a dialog: why it was refused, the way out, and the way on. */
export function FormFoot({ refused, close, send }: Props) {
  const t = useTranslations('parts');
  return (
    <div className="dialog-foot">
      <p role="alert" className="refused">
        {refused !== undefined && toldOf(refused).message}
      </p>
      <Button className="quiet-button" onClick={close}>
        {t('cancel')}
      </Button>
      <Button type="submit" className="strong">
        {send}
      </Button>
    </div>
  );
}
