import { badRequest } from '../../kernel/errors.ts';
import { consequences, type Section } from './conditions.ts';
import { nameOf } from './given.ts';
import type { AnyFieldValue, FieldDefinition } from './types.ts';

/** @throws 400 naming every field that is asked and lacks what it needs. */
export function refuseIncomplete(
  definitions: readonly FieldDefinition[],
  sections: readonly Section[],
  values: ReadonlyMap<string, AnyFieldValue>,
): void {
  const { asked, required } = consequences(definitions, sections, values);
  const problems = definitions.flatMap((definition) => {
    const { id } = definition;
    const value = values.get(id);
    const missing: string[] = [];
    if (definition.isRequired && asked.has(id) && isEmpty(value)) missing.push('it is required');
    if (required.requirePhoto.has(id) && !value?.mediaList?.length)
      missing.push('this answer needs a photo in mediaList');
    if (required.requireNote.has(id) && !value?.note?.trim()) missing.push('this answer needs a note');
    return missing.map((problem) => `${nameOf('field', definition)}: ${problem}`);
  });
  if (problems.length === 0) return;
  const more = problems.length > 5 ? `; and ${problems.length - 5} more` : '';
  throw badRequest(`Incomplete: ${problems.slice(0, 5).join('; ')}${more}.`);
}

/** Whether a field is without an answer, or with one that says nothing. */
function isEmpty(value: AnyFieldValue | undefined): boolean {
  if (!value) return true;
  const list =
    value.checkBoxesValue?.valueIds ??
    value.mediaValue?.mediaList ??
    value.barcodeValue?.barcodes ??
    value.tableValue?.rows ??
    (value.type === 'media' ? (value.mediaList ?? []) : undefined);
  if (list) return list.length === 0;
  if (value.textValue) return value.textValue.value.trim() === '';
  return !(
    value.numberValue ??
    value.multipleChoiceValue ??
    value.dateTimeValue ??
    value.signatureValue ??
    value.assetValue ??
    value.personValue ??
    value.geofenceValue
  );
}
