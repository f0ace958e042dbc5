import { useTranslations } from 'use-intl';
import { Dialog } from '../parts/dialog.tsx';
import { COMMAND } from '../shell/command.ts';
import './palette.css';

const KEYS = [
  [[`${COMMAND} K`], 'find'],
  [['g', 'h'], 'home'],
  [['g', 'm'], 'matrix'],
  [['g', 't'], 'training'],
  [['g', 'p'], 'people'],
  [[`${COMMAND} Z`], 'undo'],
  [['←', '→', '↑', '↓'], 'walk'],
  [['Home', 'End'], 'ends'],
  [['Enter'], 'open'],
  [['Space'], 'select'],
  [['Esc'], 'escape'],
  [['?'], 'help'],
] as const;

/** Every key that does something on more than one page, or in the matrix. */
export default function Keys({ close }: { close(): void }) {
  const t = useTranslations('palette');
  return (
    <Dialog title={t('keys.title')} close={close}>
      <dl className="dialog-body keys">
        {KEYS.map(([keys, name]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
