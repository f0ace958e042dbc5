import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslations } from 'use-intl';

/** What is shown once, to be copied. */
export function Secret({ label, text, told }: { label: string; text: string; told: string }) {
  const t = useTranslations('settings');
  const { copy, copied } = useClipboard({ timeout: 4000 });
  return (
    <>
      <p>{told}</p>
      <div className="secret">
        <TextInput
          label={label}
          readOnly
          data-autofocus
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button className="strong" onClick={() => copy(text)}>
          {t(copied ? 'copied' : 'copy')}
        </Button>
      </div>
    </>
  );
}
