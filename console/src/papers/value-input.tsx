import { NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { Draft, Question } from './draft.ts';
import { FileInput } from './file-input.tsx';
import { OwnerPicker } from './owner-picker.tsx';

interface Props {
  question: Question;
  draft: Draft;
  change(next: Draft): void;
  error?: string | undefined;
  /** How many files are there already. */
  kept?: number;
}

const KINDS = { date: 'date', time: 'time', datetime: 'datetime-local' } as const;

/** The input for a field of a type that is no table, or for a cell of one. */
export function ValueInput({ question, draft, change, error, kept = 0 }: Props) {
  const t = useTranslations('papers');
  const isRequired = 'isRequired' in question && question.isRequired;
  const common = { label: question.label, error, withAsterisk: isRequired };
  const text = {
    ...common,
    value: draft.text ?? '',
    onChange: (event: { currentTarget: { value: string } }) => change({ text: event.currentTarget.value }),
    autoComplete: 'off',
  };
  switch (question.type) {
    case 'number':
      return (
        <TextInput
          {...text}
          type="number"
          step={question.numDecimalPlaces === undefined ? 'any' : 10 ** -question.numDecimalPlaces}
        />
      );
    case 'datetime':
      return <TextInput {...text} type={KINDS[question.allowedDateTimeValueType ?? 'datetime']} />;
    case 'multiple_choice':
      return (
        <NativeSelect
          {...common}
          value={draft.chosen?.[0] ?? ''}
          onChange={(event) =>
            change({ chosen: event.currentTarget.value ? [event.currentTarget.value] : [] })
          }
          data={[
            { value: '', label: t('choose') },
            ...(question.options ?? []).map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      );
    case 'check_boxes':
      return <Boxes question={question} draft={draft} change={change} error={error} />;
    case 'media':
    case 'signature':
      return (
        <FileInput
          label={question.label}
          isSignature={question.type === 'signature'}
          isRequired={isRequired}
          legalText={'legalText' in question ? question.legalText : undefined}
          files={draft.files ?? []}
          kept={kept}
          change={(files) => change({ files })}
          error={error}
        />
      );
    case 'person':
      return (
        <OwnerPicker
          label={question.label}
          kind="worker"
          value={draft.chosen?.[0]?.split('-')[1] ?? ''}
          change={(id, type) => change({ chosen: [`${type}-${id}`] })}
          error={error}
        />
      );
    default:
      return <TextInput {...text} />;
  }
}

function Boxes({ question, draft, change, error }: Props) {
  const id = useId();
  const chosen = draft.chosen ?? [];
  return (
    <fieldset className="boxes" aria-describedby={error ? id : undefined}>
      <legend>
        {question.label}
        {'isRequired' in question && question.isRequired && <span aria-hidden> *</span>}
      </legend>
      {(question.options ?? []).map((option) => (
        <label key={option.id}>
          <input
            type="checkbox"
            checked={chosen.includes(option.id)}
            onChange={({ currentTarget: { checked } }) =>
              change({
                chosen: checked ? [...chosen, option.id] : chosen.filter((each) => each !== option.id),
              })
            }
          />
          {option.label}
        </label>
      ))}
      {error && (
        <p id={id} className="refused">
          {error}
        </p>
      )}
    </fieldset>
  );
}
