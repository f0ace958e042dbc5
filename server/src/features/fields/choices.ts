import { listIn, type ReadValue, shown, wrong } from './given.ts';
import type { Option, Question } from './types.ts';

export const readMultipleChoice: ReadValue = (what, question, { valueId }) => {
  const option = optionOf(what, question, 'multipleChoiceValue.valueId', valueId);
  return { multipleChoiceValue: { value: option.label, valueId: option.id } };
};

export const readCheckBoxes: ReadValue = (what, question, { valueIds }) => {
  const name = 'checkBoxesValue.valueIds';
  const options = listIn(what, name, valueIds, 1000).map((id) => optionOf(what, question, name, id));
  if (new Set(options).size < options.length) throw wrong(what, `${name} has an option twice.`);
  return {
    checkBoxesValue: { value: options.map(({ label }) => label), valueIds: options.map(({ id }) => id) },
  };
};

function optionOf(what: string, { options = [] }: Question, name: string, id: unknown): Option {
  const option = typeof id === 'string' && options.find((candidate) => candidate.id === id.toLowerCase());
  if (option) return option;
  const some = options.slice(0, 5).map(({ id: known, label }) => `${known} (${label.slice(0, 30)})`);
  throw wrong(
    what,
    `${name} has ${shown(id)}, which is none of its options: ${some.join(', ')}${options.length > 5 ? ', …' : ''}.`,
  );
}
