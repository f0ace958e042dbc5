import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Choose, Refused, Section } from '../rules/fields.tsx';
import type { Dataset } from './data.ts';
import { type Aggregate, type Content, type ContentColumn, typeOf } from './report.ts';

export interface PartProps {
  content: Content;
  dataset: Dataset;
  change(patch: Partial<Content>): void;
}

/** Fields of a dataset to choose from. */
export const fieldOptions = ({ fields }: Dataset) =>
  fields.map(({ name, displayName }) => ({ value: name, label: displayName }));

/** What can be made of a field's values in a group; of text and times there is no sum. */
const aggregatesOf = (type: string): (Aggregate | '')[] =>
  type === 'integer' || type === 'float'
    ? ['', 'sum', 'count', 'avg', 'min', 'max']
    : ['', 'count', 'min', 'max'];

/** What the report shows, in order, and whether it has a row for each group. */
export function Columns({ content: { columns, isGrouped, sort }, dataset, change }: PartProps) {
  const t = useTranslations('reports');
  const set = (next: ContentColumn[]): void => {
    // A grouped report is sorted by what it shows.
    const shown = (one: ContentColumn): boolean =>
      next.some(({ fieldName, aggregate }) => fieldName === one.fieldName && aggregate === one.aggregate);
    change({ columns: next, ...(isGrouped && { sort: sort.filter(shown) }) });
  };
  const at = (n: number, patch: Partial<ContentColumn>): void =>
    set(columns.map((each, index) => (index === n ? { ...each, ...patch } : each)));
  const move = (n: number, by: 1 | -1): void => {
    const next = [...columns];
    const [one] = next.splice(n, 1);
    next.splice(n + by, 0, one as ContentColumn);
    set(next);
  };
  const unused = dataset.fields.filter(({ name }) => !columns.some(({ fieldName }) => fieldName === name));
  return (
    <Section title={t('columns.title')} hint={t('columns.hint')}>
      <Checkbox
        className="check whole-line"
        label={t('grouped')}
        checked={isGrouped}
        onChange={(event) => {
          const isNow = event.currentTarget.checked;
          change({
            isGrouped: isNow,
            alsoGroupedBy: [],
            sort: [],
            columns: columns.map((each) => ({ ...each, aggregate: '' })),
          });
        }}
      />
      <ol className="lines">
        {columns.map((column, n) => (
          <li key={n} className={isGrouped ? 'line grouped' : 'line'}>
            <Choose
              quiet
              path={`columns[${n}].fieldName`}
              label={t('column', { n: n + 1 })}
              value={column.fieldName}
              change={(fieldName) => at(n, { fieldName, aggregate: '' })}
              options={fieldOptions(dataset)}
            />
            {isGrouped && (
              <Choose
                quiet
                path={`columns[${n}].aggregate`}
                label={t('of', { n: n + 1 })}
                value={column.aggregate}
                change={(aggregate) => at(n, { aggregate })}
                options={aggregatesOf(typeOf(dataset, column.fieldName)).map((value) => ({
                  value,
                  label: t(`aggregates.${value}` as 'aggregates.sum'),
                }))}
              />
            )}
            <ActionIcon
              className="icon-button"
              aria-label={`${t('up')}: ${t('column', { n: n + 1 })}`}
              disabled={n === 0}
              onClick={() => move(n, -1)}
            >
              <IconArrowUp size={15} stroke={1.8} />
            </ActionIcon>
            <ActionIcon
              className="icon-button"
              aria-label={`${t('down')}: ${t('column', { n: n + 1 })}`}
              disabled={n === columns.length - 1}
              onClick={() => move(n, 1)}
            >
              <IconArrowDown size={15} stroke={1.8} />
            </ActionIcon>
            <ActionIcon
              className="icon-button"
              aria-label={`${t('remove')}: ${t('column', { n: n + 1 })}`}
              onClick={() => set(columns.filter((_, index) => index !== n))}
            >
              <IconX size={15} stroke={1.8} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <Refused path="columns" />
      <Refused path="groupBy" />
      <div className="adders">
        <Button
          className="text-button"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={() =>
            set([...columns, { fieldName: (unused[0] ?? dataset.fields[0])?.name ?? '', aggregate: '' }])
          }
        >
          {t('addColumn')}
        </Button>
        {unused.length > 1 && !isGrouped && (
          <Button
            className="text-button"
            onClick={() =>
              set([...columns, ...unused.map(({ name }) => ({ fieldName: name, aggregate: '' as const }))])
            }
          >
            {t('allColumns')}
          </Button>
        )}
      </div>
    </Section>
  );
}
