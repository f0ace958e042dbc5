import type { ActionType, AnyFieldValue, FieldDefinition } from './types.ts';

/** Which fields a section spans; its fields are shown only if the section is. */
export interface Section {
  id: string;
  label: string;
  fieldIndexFirstInclusive: number;
  fieldIndexLastInclusive: number;
}

/** What the answers so far bring about. */
export interface Consequences {
  /** Ids of the fields that are asked: a follow-up or conditional section only once its condition is met. */
  asked: Set<string>;
  /** Ids of fields, by what their answers call for. */
  required: Record<'requirePhoto' | 'requireNote' | 'createIssue', Set<string>>;
}

/** Works out, field by field from the first, which are asked and what their answers call for. */
export function consequences(
  definitions: readonly FieldDefinition[],
  sections: readonly Section[],
  values: ReadonlyMap<string, AnyFieldValue>,
): Consequences {
  const waiting = { fieldId: new Set<string>(), sectionId: new Set<string>() };
  for (const action of definitions.flatMap(actionsOf)) {
    if (action.type === 'askFollowupQuestion' && action.fieldId) waiting.fieldId.add(action.fieldId);
    if (action.type === 'showSection' && action.sectionId) waiting.sectionId.add(action.sectionId);
  }
  const result: Consequences = {
    asked: new Set(),
    required: { requirePhoto: new Set(), requireNote: new Set(), createIssue: new Set() },
  };
  const sectionOf = (index: number): string | undefined =>
    sections.find((s) => s.fieldIndexFirstInclusive <= index && index <= s.fieldIndexLastInclusive)?.id;
  // An action may show a field that stands before its question: go round until nothing more appears.
  for (let before = -1; before < result.asked.size; ) {
    before = result.asked.size;
    for (const [index, field] of definitions.entries()) {
      const section = sectionOf(index);
      if (waiting.fieldId.has(field.id) || (section && waiting.sectionId.has(section))) continue;
      result.asked.add(field.id);
      for (const action of metActions(field, values.get(field.id))) {
        if (action.fieldId) waiting.fieldId.delete(action.fieldId);
        if (action.sectionId) waiting.sectionId.delete(action.sectionId);
        if (isDuty(action.type)) result.required[action.type].add(field.id);
      }
    }
  }
  return result;
}

const actionsOf = (field: FieldDefinition) =>
  (field.conditionalActions ?? []).flatMap(({ actions }) => actions);

const isDuty = (type: ActionType): type is keyof Consequences['required'] =>
  type === 'requirePhoto' || type === 'requireNote' || type === 'createIssue';

/** The actions whose condition an answer meets: any of the options that it names is selected. */
function metActions(field: FieldDefinition, value: AnyFieldValue | undefined) {
  const selected = selectedOptions(value);
  return (field.conditionalActions ?? [])
    .filter(({ condition }) => condition.selectedOptionIds.some((id) => selected.includes(id)))
    .flatMap(({ actions }) => actions);
}

/** The ids of the options that an answer selects. */
export const selectedOptions = (value: AnyFieldValue | undefined): string[] =>
  value?.checkBoxesValue?.valueIds ?? (value?.multipleChoiceValue ? [value.multipleChoiceValue.valueId] : []);
