import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Choose, Refused, Section, Text } from '../rules/fields.tsx';
import { fieldOptions, type PartProps } from './columns.tsx';
import { type Content, type Operator, takesMany, takesValues, typedTime, typeOf } from './report.ts';

const OPERATORS: Operator[] = [
  'equals',
  'notEquals',
  'contains',
  'lessThan',
  'atMost',
  'greaterThan',
  'atLeast',
  'isEmpty',
  'isNotEmpty',
];
const operatorsOf = (type: string): Operator[] =>
  OPERATORS.filter((each) => each !== 'contains' || type === 'string');

type Filter = Content['filters'][number];

const DAY = 86_400_000;
/** The days up to now, to begin with. */
const lastDays = (days: number) => ({
  startTime: typedTime(Date.now() - days * DAY),
  endTime: typedTime(Date.now()),
});

/** The range of time and the conditions that rows have to meet. */
export function Filters({ content: { filters, range }, dataset, change }: PartProps) {
  const t = useTranslations('reports');
  const at = (n: number, next: Filter): void =>
    change({ filters: filters.map((each, index) => (index === n ? next : each)) });
  return (
    <Section title={t('filters.title')} hint={t('filters.hint')}>
      {dataset.hasTimeRangeFilter && (
        <Choose
          path="primaryTimeRange"
          label={t('range')}
          value={range ? 'fixed' : 'latest'}
          change={(kind) => change({ range: kind === 'fixed' ? lastDays(30) : undefined })}
          options={(['latest', 'fixed'] as const).map((value) => ({
            value,
            label: t(`ranges.${value}`, { days: dataset.timeRangeLimitDays ?? 0 }),
          }))}
        />
      )}
      {range && (
        <div className="range whole-line">
          {(['startTime', 'endTime'] as const).map((name) => (
            <Text
              key={name}
              required
              path={name}
              type="datetime-local"
              label={t(name === 'startTime' ? 'from' : 'to')}
              value={range[name]}
              change={(value) => change({ range: { ...range, [name]: value } })}
            />
          ))}
        </div>
      )}
      <ul className="lines">
        {filters.map((filter, n) => (
          <li key={n} className="line filter">
            <Choose
              quiet
              path={`filters[${n}].fieldName`}
              label={t('filter', { n: n + 1 })}
              value={filter.fieldName}
              change={(fieldName) => at(n, { fieldName, operator: 'equals', values: [''] })}
              options={fieldOptions(dataset)}
            />
            <Choose
              quiet
              path={`filters[${n}].operator`}
              label={t('operator', { n: n + 1 })}
              value={filter.operator}
              change={(operator) => at(n, { ...filter, operator })}
              options={operatorsOf(typeOf(dataset, filter.fieldName)).map((value) => ({
                value,
                label: t(`operators.${value}`),
              }))}
            />
            <Values filter={filter} type={typeOf(dataset, filter.fieldName)} change={(next) => at(n, next)} />
            <ActionIcon
              className="icon-button"
              aria-label={`${t('remove')}: ${t('filter', { n: n + 1 })}`}
              onClick={() => change({ filters: filters.filter((_, index) => index !== n) })}
            >
              <IconX size={15} stroke={1.8} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Refused path="filters" />
      <div className="adders">
        <Button
          className="text-button"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={() =>
            change({
              filters: [
                ...filters,
                { fieldName: dataset.fields[0]?.name ?? '', operator: 'equals', values: [''] },
              ],
            })
          }
        >
          {t('addFilter')}
        </Button>
      </div>
    </Section>
  );
}

/** What a field is compared with, by its type; with any of several where that can be. */
function Values({ filter, type, change }: { filter: Filter; type: string; change(next: Filter): void }) {
  const t = useTranslations('reports');
  const { operator, values } = filter;
  if (!takesValues(operator)) return <span />;
  const shown = takesMany(operator) ? [...values.filter((value) => value !== ''), ''] : [values[0] ?? ''];
  const set = (n: number, value: string): void => {
    const next = [...shown];
    next[n] = value;
    change({ ...filter, values: next.filter((each, index) => each !== '' || index === 0) });
  };
  return (
    <div className="values">
      {shown.map((value, n) => (
        <TextInput
          key={n}
          aria-label={n === 0 ? t('value') : t('orValue')}
          placeholder={n === 0 || type === 'timestamp' ? undefined : t('orValue')}
          type={type === 'timestamp' ? 'datetime-local' : 'text'}
          {...((type === 'integer' || type === 'float') && { inputMode: 'decimal' as const })}
          autoComplete="off"
          value={value}
          onChange={(event) => set(n, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}
