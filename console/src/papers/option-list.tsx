import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Definition } from './data.ts';
import { newId } from './draft.ts';

type Options = NonNullable<Definition['options']>;

/** What can be chosen. */
export function OptionList({ options, change }: { options: Options; change(next: Options): void }) {
  const t = useTranslations('papers.types');
  return (
    <fieldset className="option-list">
      <legend>{t('options')}</legend>
      {options.map((option, n) => (
        <span key={option.id}>
          <TextInput
            aria-label={t('option', { number: n + 1 })}
            maxLength={1000}
            autoComplete="off"
            value={option.label}
            onChange={({ currentTarget: { value } }) =>
              change(options.map((each) => (each === option ? { ...option, label: value } : each)))
            }
          />
          <ActionIcon
            className="icon-button"
            aria-label={t('remove', { label: option.label || t('option', { number: n + 1 }) })}
            onClick={() => change(options.filter((each) => each !== option))}
          >
            <IconX size={15} stroke={1.8} />
          </ActionIcon>
        </span>
      ))}
      <Button
        className="quiet-button"
        size="compact-sm"
        leftSection={<IconPlus size={14} stroke={1.8} />}
        onClick={() => change([...options, { id: newId(), label: '' }])}
      >
        {t('addOption')}
      </Button>
    </fieldset>
  );
}
