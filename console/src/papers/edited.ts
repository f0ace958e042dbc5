import type { components } from '@crewready/client';
import type { Definition } from './data.ts';
import { newId } from './draft.ts';

type Input = components['schemas']['FormFieldInput'];
type Column = NonNullable<Definition['columns']>[number];

/** What a field of a qualification can be. */
export const FIELD_TYPES = [
  'text',
  'number',
  'datetime',
  'multiple_choice',
  'check_boxes',
  'media',
  'signature',
  'table',
] as const;

/** What a column of its tables can be: files cannot be written into one. */
export const COLUMN_TYPES = [
  'text',
  'number',
  'datetime',
  'multiple_choice',
  'check_boxes',
  'person',
  'barcode',
] as const;

/** A follow-up: what is asked once one of these options is chosen. */
export interface FollowUp {
  options: string[];
  fieldId: string;
}

/** A field as it is edited: what else it has is kept as it is. */
export interface Edited extends Omit<Definition, 'conditionalActions' | 'columns' | 'questionWeight'> {
  isNew?: boolean;
  columns?: Column[];
  followUps: FollowUp[];
}

export const editedOf = ({ conditionalActions = [], questionWeight: _, ...field }: Definition): Edited => ({
  ...field,
  followUps: conditionalActions.flatMap(({ condition, actions }) =>
    actions.flatMap(({ fieldId }) => (fieldId ? { options: condition.selectedOptionIds, fieldId } : [])),
  ),
});

export const newField = (): Edited => ({
  id: newId(),
  isNew: true,
  label: '',
  type: 'text',
  isRequired: false,
  followUps: [],
});

export const hasOptions = (type: string): boolean => type === 'multiple_choice' || type === 'check_boxes';

/** The same question as another type, with what that one needs. */
export function retyped<Q extends Edited | Column>(question: Q, type: Q['type']): Q {
  const { id, label } = question;
  const first = { id: newId(), label: '' };
  return {
    ...('followUps' in question ? { isNew: true, isRequired: question.isRequired, followUps: [] } : {}),
    id,
    label,
    type,
    ...(hasOptions(type) && { options: question.options ?? [first] }),
    ...(type === 'datetime' && { allowedDateTimeValueType: 'date' }),
    ...(type === 'table' && { columns: [{ id: newId(), label: '', type: 'text' }] }),
  } as Q;
}

/** The field for the server. */
export function inputOf({ isNew: _, followUps, ...field }: Edited): Input {
  return {
    ...field,
    ...(followUps.length > 0 && {
      conditionalActions: followUps.map(({ options, fieldId }) => ({
        condition: { selectedOptionIds: options },
        actions: [{ type: 'askFollowupQuestion', fieldId }],
      })),
    }),
  };
}
