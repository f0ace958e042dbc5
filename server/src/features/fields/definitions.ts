import { isZone } from '../../kernel/calendar.ts';
import { invalid } from '../../kernel/errors.ts';
import { isUuid, newId } from '../../kernel/ids.ts';
import { nameOf } from './given.ts';
import {
  ALL_FIELDS,
  type ConditionalAction,
  type FieldDefinition,
  type FieldRules,
  type FieldType,
  type Option,
  type Question,
} from './types.ts';

/** An option, column or field as it comes in a body that its schema has let through. */
export type OptionInput = Omit<Option, 'id'> & { id?: string };
export type QuestionInput = Omit<Question, 'id' | 'options'> & { id?: string; options?: OptionInput[] };
export type ConditionInput = Omit<ConditionalAction, 'condition'> & {
  condition: { selectedOptionIds: string[] };
};
export type DefinitionInput = Omit<
  FieldDefinition,
  'id' | 'isRequired' | 'options' | 'columns' | 'questionWeight' | 'conditionalActions'
> &
  Omit<QuestionInput, 'type'> & {
    isRequired?: boolean;
    columns?: (QuestionInput & { type: NonNullable<FieldDefinition['columns']>[number]['type'] })[];
    conditionalActions?: ConditionInput[];
  };

/** The settings that only some types have. */
const SETTINGS: Partial<Record<keyof FieldDefinition, readonly FieldType[]>> = {
  numDecimalPlaces: ['number'],
  options: ['multiple_choice', 'check_boxes'],
  conditionalActions: ['multiple_choice', 'check_boxes'],
  allowedDateTimeValueType: ['datetime'],
  timeZone: ['datetime'],
  allowedAssetTypes: ['asset'],
  allowManualEntry: ['person'],
  includeDrivers: ['person'],
  includeUsers: ['person'],
  filterByRoleIds: ['person'],
  filterByCurrentDriverTags: ['person'],
  legalText: ['signature'],
  columns: ['table'],
  isAutofillSource: ['media'],
};

/**
 * Checks the fields of a template or type and completes them: ids, defaults, weights. The answer is kept as JSON and
 * is what the wire shows.
 * @throws 400 naming the field by its label.
 */
export function parseDefinitions(
  inputs: readonly DefinitionInput[],
  sectionIds: readonly string[] = [],
  rules: FieldRules = ALL_FIELDS,
): FieldDefinition[] {
  const ids = new Set<string>();
  const fields = inputs.map((input) => parseField(input, rules, ids));
  const fieldIds = new Set(fields.map(({ id }) => id));
  for (const field of fields) {
    const what = nameOf('field', field);
    if (
      field.autofillFromId !== undefined &&
      !fields.some((f) => f.id === field.autofillFromId && f.isAutofillSource)
    )
      throw invalid(what, `autofillFromId ${field.autofillFromId} is no field with isAutofillSource.`);
    for (const { condition, actions } of field.conditionalActions ?? []) {
      const other = actions.find(({ type }) => !rules.actions.includes(type));
      if (other) throw invalid(what, `a ${rules.of} has no ${other.type}, only ${rules.actions.join(', ')}.`);
      const lost = condition.selectedOptionIds.find(
        (id) => !field.options?.some((option) => option.id === id),
      );
      if (lost) throw invalid(what, `a condition names ${lost}, which is none of its options.`);
      for (const action of actions) checkAction(what, field, action, fieldIds, sectionIds);
    }
  }
  return fields;
}

function parseField(input: DefinitionInput, rules: FieldRules, ids: Set<string>): FieldDefinition {
  const { type, columns, conditionalActions, isRequired = false, autofillFromId } = input;
  const { allowedAssetTypes, legalText, filterByCurrentDriverTags, isAutofillSource } = input;
  const question = parseQuestion('field', input, ids);
  const what = calledIn('field', input);
  if (!rules.types.includes(type))
    throw invalid(what, `a ${rules.of} has no fields of type ${type}; use one of ${rules.types.join(', ')}.`);
  if (isRequired && /instruction/.test(type)) throw invalid(what, 'an instruction cannot be required.');
  if (type === 'table' && !columns?.length) throw invalid(what, 'a table needs columns.');
  const columnIds = new Set<string>();
  return defined({
    ...question,
    isRequired,
    ...weightOf(question),
    allowedAssetTypes,
    legalText,
    filterByCurrentDriverTags,
    isAutofillSource,
    autofillFromId: autofillFromId?.toLowerCase(),
    columns: columns?.map((column) => ({
      ...parseQuestion('column', column, columnIds),
      type: column.type,
    })),
    conditionalActions: conditionalActions?.map((given) => parseCondition(given, type)),
  });
}

/** The part of a field or column that both have. */
function parseQuestion(kind: 'field' | 'column', input: QuestionInput, ids: Set<string>): Question {
  const { label, type, numDecimalPlaces, allowedDateTimeValueType = 'datetime', timeZone, options } = input;
  const { allowManualEntry, includeDrivers, includeUsers, filterByRoleIds } = input;
  const id = takeId(kind, input, ids);
  const what = calledIn(kind, input);
  if (label.trim() === '') throw invalid(what, 'its label is empty.');
  for (const [setting, types] of Object.entries(SETTINGS)) {
    if (input[setting as keyof QuestionInput] !== undefined && !types.includes(type))
      throw invalid(what, `a ${type} has no ${setting}; that is for ${types.join(' and ')}.`);
  }
  if (timeZone !== undefined && !isZone(timeZone))
    throw invalid(what, `timeZone "${timeZone.slice(0, 60)}" is no IANA time zone such as America/Chicago.`);
  if (SETTINGS.options?.includes(type) && !options?.length) throw invalid(what, 'it needs options.');
  return defined({
    id,
    label,
    type,
    numDecimalPlaces,
    allowedDateTimeValueType: type === 'datetime' ? allowedDateTimeValueType : undefined,
    timeZone,
    allowManualEntry,
    includeDrivers,
    includeUsers,
    filterByRoleIds,
    options: options && parseOptions(what, options),
  });
}

/** A question in errors: with its id only if the caller chose one. */
const calledIn = (kind: 'field' | 'column', { id, label }: QuestionInput): string =>
  id ? nameOf(kind, { id, label }) : `${kind} "${label.slice(0, 100)}"`;

/** Without what is undefined, so that absent settings are left out of the JSON and of comparisons. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;

function parseOptions(what: string, inputs: readonly OptionInput[]): Option[] {
  const ids = new Set<string>();
  const scored = inputs.some(({ optionScoreWeight }) => optionScoreWeight !== undefined);
  return inputs.map((input) => {
    const { label, optionScoreWeight, ignoreQuestionFromScoreIfSelected: ignored } = input;
    if (ignored !== undefined && !scored)
      throw invalid(
        what,
        'ignoreQuestionFromScoreIfSelected is for questions that have an optionScoreWeight.',
      );
    return {
      id: takeId('option', input, ids),
      label,
      ...(optionScoreWeight === undefined ? {} : { optionScoreWeight }),
      // An option without a weight takes its question out of the score.
      ...(scored ? { ignoreQuestionFromScoreIfSelected: ignored ?? optionScoreWeight === undefined } : {}),
    };
  });
}

/** The id that the input chose, or a new one; ids are chosen so that conditional actions can name them. */
function takeId(kind: string, input: { id?: string; label: string }, ids: Set<string>): string {
  const id = input.id?.toLowerCase() ?? newId();
  if (!isUuid(id))
    throw invalid(`${kind} "${input.label.slice(0, 100)}"`, `the id "${id.slice(0, 60)}" is not a UUID.`);
  if (ids.has(id))
    throw invalid(`${kind} "${input.label.slice(0, 100)}"`, `the id ${id} is taken by another ${kind}.`);
  ids.add(id);
  return id;
}

/** The most that a scored question can bring: its best option, or all of its check boxes. */
function weightOf({ type, options = [] }: Question): { questionWeight?: number } {
  const weights = options.flatMap(({ optionScoreWeight }) => optionScoreWeight ?? []);
  if (weights.length === 0) return {};
  return {
    questionWeight:
      type === 'check_boxes' ? weights.reduce((sum, weight) => sum + weight, 0) : Math.max(...weights),
  };
}

const parseCondition = ({ condition, actions }: ConditionInput, type: FieldType): ConditionalAction => ({
  condition: {
    type: type === 'check_boxes' ? 'checkBoxesValueCondition' : 'multipleChoiceValueCondition',
    selectedOptionIds: condition.selectedOptionIds.map((id) => id.toLowerCase()),
  },
  actions: actions.map((action) => ({
    type: action.type,
    ...(action.fieldId ? { fieldId: action.fieldId.toLowerCase() } : {}),
    ...(action.sectionId ? { sectionId: action.sectionId.toLowerCase() } : {}),
  })),
});

function checkAction(
  what: string,
  field: FieldDefinition,
  { type, fieldId, sectionId }: ConditionalAction['actions'][number],
  fieldIds: ReadonlySet<string>,
  sectionIds: readonly string[],
): void {
  if ((type === 'askFollowupQuestion') !== (fieldId !== undefined))
    throw invalid(what, 'fieldId belongs to askFollowupQuestion, and to it alone.');
  if ((type === 'showSection') !== (sectionId !== undefined))
    throw invalid(what, 'sectionId belongs to showSection, and to it alone.');
  if (fieldId !== undefined && (!fieldIds.has(fieldId) || fieldId === field.id))
    throw invalid(what, `askFollowupQuestion names ${fieldId}, which is no other field.`);
  if (sectionId !== undefined && !sectionIds.includes(sectionId))
    throw invalid(what, `showSection names ${sectionId}, which is no section.`);
}
