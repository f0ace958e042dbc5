import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Definition } from './data.ts';
import type { Edited, FollowUp } from './edited.ts';

interface Props {
  options: NonNullable<Definition['options']>;
  others: readonly Edited[];
  value: readonly FollowUp[];
  change(next: FollowUp[]): void;
}

/** What is asked only after certain answers. */
export function FollowUps({ options, others, value, change }: Props) {
  const t = useTranslations('papers.types');
  return (
    <fieldset className="option-list">
      <legend>{t('followUps')}</legend>
      {value.map((each, n) => {
        const put = (patch: Partial<FollowUp>): void =>
          change(value.map((other, at) => (at === n ? { ...each, ...patch } : other)));
        return (
          <div key={`${n} ${each.fieldId}`}>
            <div className="boxes">
              {options.map(({ id, label }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={each.options.includes(id)}
                    onChange={({ currentTarget: { checked } }) =>
                      put({
                        options: checked
                          ? [...each.options, id]
                          : each.options.filter((other) => other !== id),
                      })
                    }
                  />
                  {label || '…'}
                </label>
              ))}
            </div>
            <span>
              <NativeSelect
                aria-label={t('thenAsk')}
                value={each.fieldId}
                onChange={(event) => put({ fieldId: event.currentTarget.value })}
                data={others.map(({ id, label }) => ({
                  value: id,
                  label: t('asksFor', { label: label || t('newField') }),
                }))}
              />
              <ActionIcon
                className="icon-button"
                aria-label={t('removeFollowUp')}
                onClick={() => change(value.filter((_, at) => at !== n))}
              >
                <IconX size={15} stroke={1.8} />
              </ActionIcon>
            </span>
          </div>
        );
      })}
      <Button
        className="quiet-button"
        size="compact-sm"
        leftSection={<IconPlus size={14} stroke={1.8} />}
        onClick={() =>
          change([
            ...value,
            { options: options.slice(0, 1).map(({ id }) => id), fieldId: (others[0] as Edited).id },
          ])
        }
      >
        {t('addFollowUp')}
      </Button>
    </fieldset>
  );
}
