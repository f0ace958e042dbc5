import { selectedOptions } from './conditions.ts';
import type { AnyFieldValue, FieldDefinition } from './types.ts';

export interface Score {
  scorePoints: number;
  maxPoints: number;
  /** 0 to 100. */
  scorePercent: number;
}

/**
 * Adds up the weights of the selected options of the scored questions that were asked. A question counts its weight
 * to the maximum even when it was left open, unless an option is selected that takes it out of the score.
 * @returns nothing when there is nothing to score.
 */
export function scoreOf(
  definitions: readonly FieldDefinition[],
  asked: ReadonlySet<string>,
  values: ReadonlyMap<string, AnyFieldValue>,
): Score | undefined {
  let [points, most] = [0, 0];
  for (const { id, questionWeight, options = [] } of definitions) {
    if (questionWeight === undefined || !asked.has(id)) continue;
    const ids = selectedOptions(values.get(id));
    const selected = options.filter((option) => ids.includes(option.id));
    if (selected.some((option) => option.ignoreQuestionFromScoreIfSelected)) continue;
    most += questionWeight;
    for (const { optionScoreWeight = 0 } of selected) points += optionScoreWeight;
  }
  if (most === 0) return undefined;
  return { scorePoints: points, maxPoints: most, scorePercent: (points / most) * 100 };
}
