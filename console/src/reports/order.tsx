import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Choose, Refused, Section } from '../rules/fields.tsx';
import type { PartProps } from './columns.tsx';
import type { Aggregate, Content } from './report.ts';

type Sort = Content['sort'][number];

/** The order of the rows; of a grouped report by what it shows. */
export function Order({ content: { columns, isGrouped, sort }, dataset, change }: PartProps) {
  const t = useTranslations('reports');
  const labelOf = (fieldName: string): string =>
    dataset.fields.find(({ name }) => name === fieldName)?.displayName ?? fieldName;
  const options = isGrouped
    ? columns.map(({ fieldName, aggregate }) => ({
        value: `${fieldName} ${aggregate}`,
        label: aggregate ? `${labelOf(fieldName)} (${t(`aggregates.${aggregate}`)})` : labelOf(fieldName),
      }))
    : dataset.fields.map(({ name, displayName }) => ({ value: `${name} `, label: displayName }));
  const said = (value: string): Pick<Sort, 'fieldName' | 'aggregate'> => {
    const [fieldName = '', aggregate = ''] = value.split(' ');
    return { fieldName, aggregate: aggregate as Aggregate | '' };
  };
  const at = (n: number, patch: Partial<Sort>): void =>
    change({ sort: sort.map((each, index) => (index === n ? { ...each, ...patch } : each)) });
  return (
    <Section title={t('order.title')} hint={t('order.hint')}>
      <ol className="lines">
        {sort.map((one, n) => (
          <li key={n} className="line">
            <Choose
              quiet
              path={`sort[${n}].fieldName`}
              label={t('sort', { n: n + 1 })}
              value={`${one.fieldName} ${one.aggregate}`}
              change={(value) => at(n, said(value))}
              options={options}
            />
            <Choose
              quiet
              path={`sort[${n}].direction`}
              label={t('direction', { n: n + 1 })}
              value={one.direction}
              change={(direction) => at(n, { direction })}
              options={(['asc', 'desc'] as const).map((value) => ({
                value,
                label: t(`directions.${value}`),
              }))}
            />
            <ActionIcon
              className="icon-button"
              aria-label={`${t('remove')}: ${t('sort', { n: n + 1 })}`}
              onClick={() => change({ sort: sort.filter((_, index) => index !== n) })}
            >
              <IconX size={15} stroke={1.8} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <Refused path="sort" />
      {options.length > 0 && (
        <div className="adders">
          <Button
            className="text-button"
            leftSection={<IconPlus size={14} stroke={1.8} />}
            onClick={() =>
              change({ sort: [...sort, { ...said(options[0]?.value ?? ''), direction: 'asc' }] })
            }
          >
            {t('addSort')}
          </Button>
        </div>
      )}
    </Section>
  );
}
