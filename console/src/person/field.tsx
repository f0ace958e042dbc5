import { useFormatter, useTranslations } from 'use-intl';
import type { Field, Media } from './data.ts';

/** Every picture of a field: those attached, and a signature. */
export const photosOf = (field: Field): Media[] => [
  ...(field.mediaList ?? []),
  ...('signatureValue' in field && field.signatureValue ? [field.signatureValue.media] : []),
];

/** What a field of a paper says, with its label; nothing where it says nothing in words. */
export function FieldValue({ field }: { field: Field }) {
  const t = useTranslations('person');
  const format = useFormatter();
  const said = (): string | undefined => {
    switch (field.type) {
      case 'number':
        return field.numberValue && format.number(field.numberValue.value);
      case 'text':
        return field.textValue?.value;
      case 'multiple_choice':
        return field.multipleChoiceValue?.value;
      case 'check_boxes':
        return field.checkBoxesValue && format.list(field.checkBoxesValue.value);
      case 'datetime': {
        if (!field.dateTimeValue) return undefined;
        const { type, value, dateValue } = field.dateTimeValue;
        if (type === 'date')
          return format.dateTime(new Date(dateValue ?? value), { dateStyle: 'medium', timeZone: 'UTC' });
        return format.dateTime(
          new Date(value),
          type === 'time' ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' },
        );
      }
      case 'table':
        return field.tableValue && t('rows', { count: field.tableValue.rows.length });
      default:
        return undefined;
    }
  };
  const text = said();
  if (!text) return null;
  return (
    <>
      <dt>{field.label}</dt>
      <dd>{text}</dd>
    </>
  );
}

/** Pictures of a paper, each a link to itself. */
export function Photos({ photos, name }: { photos: readonly Media[]; name: string }) {
  const t = useTranslations('person');
  return (
    <ul className="photos">
      {photos.map(({ id, url, thumbnailUrl, processingStatus }, n) => (
        <li key={id}>
          {url ? (
            <a href={url} target="_blank" rel="noreferrer">
              {thumbnailUrl ? (
                <img src={thumbnailUrl} alt={t('photo', { name, number: n + 1 })} loading="lazy" />
              ) : (
                t('file', { number: n + 1 })
              )}
            </a>
          ) : (
            <small>{t(processingStatus === 'processing' ? 'processing' : 'noPhoto')}</small>
          )}
        </li>
      ))}
    </ul>
  );
}
