import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type Edited, newField } from './edited.ts';
import { FieldEditor } from './field-editor.tsx';

interface Props {
  fields: readonly Edited[];
  setFields(next: readonly Edited[]): void;
  /** What the server says of which place. */
  refusals: Readonly<Record<string, string>>;
  isReadOnly: boolean;
}

/** What records are asked for, in order. */
export function FieldList({ fields, setFields, refusals, isReadOnly }: Props) {
  const t = useTranslations('papers.types');
  const move = (from: number, to: number): void => {
    const next = [...fields];
    next.splice(to, 0, ...next.splice(from, 1));
    setFields(next);
  };
  const refusalOf = (field: Edited, n: number): string | undefined =>
    Object.entries(refusals).find(
      ([place]) => place.startsWith(`fields[${n}]`) || place.startsWith(`field "${field.label}"`),
    )?.[1];
  return (
    <section aria-labelledby="fields">
      <h3 id="fields">{t('fields')}</h3>
      <ol className="field-list">
        {fields.map((field, n) => {
          const refusal = refusalOf(field, n);
          const label = field.label || t('newField');
          return (
            <li key={field.id}>
              <details open={field.isNew || refusal !== undefined || undefined}>
                <summary>
                  <strong>{label}</strong>
                  <small>
                    {t(`fieldTypes.${field.type as 'text'}`)}
                    {field.isRequired && `, ${t('required')}`}
                  </small>
                </summary>
                <FieldEditor
                  field={field}
                  others={fields.filter((each) => each !== field)}
                  refusal={refusal}
                  change={(next) => setFields(fields.map((each) => (each === field ? next : each)))}
                />
              </details>
              {!isReadOnly && (
                <span>
                  <ActionIcon
                    className="icon-button"
                    aria-label={t('up', { label })}
                    disabled={n === 0}
                    onClick={() => move(n, n - 1)}
                  >
                    <IconArrowUp size={15} stroke={1.8} />
                  </ActionIcon>
                  <ActionIcon
                    className="icon-button"
                    aria-label={t('down', { label })}
                    disabled={n === fields.length - 1}
                    onClick={() => move(n, n + 1)}
                  >
                    <IconArrowDown size={15} stroke={1.8} />
                  </ActionIcon>
                  <ActionIcon
                    className="icon-button"
                    aria-label={t('remove', { label })}
                    onClick={() =>
                      setFields(
                        fields
                          .filter((each) => each !== field)
                          .map((each) => ({
                            ...each,
                            followUps: each.followUps.filter(({ fieldId }) => fieldId !== field.id),
                          })),
                      )
                    }
                  >
                    <IconTrash size={15} stroke={1.8} />
                  </ActionIcon>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {!isReadOnly && (
        <Button
          className="quiet-button"
          size="compact-sm"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={() => setFields([...fields, newField()])}
        >
          {t('addField')}
        </Button>
      )}
    </section>
  );
}
