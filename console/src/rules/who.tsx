import { TagsInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useChoices } from './data.ts';
import { Choose, Number_, Refused, Section, Text, useRefusal } from './fields.tsx';
import { Picker } from './picker.tsx';
import type { Attribute, Figure, Node } from './rule.ts';
import { type LeafProps, Tree } from './tree.tsx';

const KINDS = [
  'tag',
  'type',
  'role',
  'attribute',
  'holds',
  'startedWithinDays',
  'startedAtLeastDaysAgo',
] as const;
type WhoKind = (typeof KINDS)[number];

const FRESH: Record<WhoKind, unknown> = {
  tag: '',
  type: 'driver',
  role: '',
  attribute: { id: '' },
  holds: { typeId: '' },
  startedWithinDays: undefined,
  startedAtLeastDaysAgo: undefined,
};

/** Who needs it. */
export function Who({ node, change }: { node: Node; change(node: Node): void }) {
  const t = useTranslations('rules');
  const grammar = {
    every: 'all',
    some: 'any',
    canNot: true,
    kinds: KINDS.map((value) => ({ value, label: t(`who.${value}`) })),
    fresh: (kind: string) => FRESH[kind as WhoKind],
    Leaf,
  };
  return (
    <Section title={t('who.title')} hint={t('who.hint')}>
      <Tree grammar={grammar} path="appliesTo" node={node} change={change} />
    </Section>
  );
}

function Leaf({ kind, value, path, change }: LeafProps) {
  const t = useTranslations('rules');
  switch (kind as WhoKind) {
    case 'type':
      return (
        <Choose
          quiet
          path={path}
          label={t('who.type')}
          value={value as string}
          change={change}
          options={(['driver', 'user', 'vehicle'] as const).map((each) => ({
            value: each,
            label: t(`types.${each}`),
          }))}
        />
      );
    case 'tag':
    case 'role':
      return (
        <Picker
          quiet
          kind={kind as 'tag' | 'role'}
          path={path}
          label={t(`pick.${kind as 'tag' | 'role'}`)}
          value={value as string}
          change={change}
        />
      );
    case 'holds':
      return (
        <Picker
          quiet
          kind="type"
          path={`${path}.typeId`}
          label={t('pick.type')}
          value={(value as { typeId: string }).typeId}
          change={(typeId) => change({ typeId })}
        />
      );
    case 'attribute':
      return <AttributeFields path={path} value={value as Attribute} change={change} />;
    default:
      return (
        <Number_
          required
          path={path}
          label={t('days')}
          unit={t('unit.days')}
          value={value as Figure}
          change={change}
        />
      );
  }
}

interface AttributeProps {
  path: string;
  value: Attribute;
  change(value: Attribute): void;
}

/** An attribute, and which of its values: of numbers and dates bounds as well. */
function AttributeFields({ path, value, change }: AttributeProps) {
  const t = useTranslations('rules');
  const { data } = useChoices('attribute');
  const chosen = data?.find((each) => each.value === value.id);
  const kind = chosen?.attributeType;
  const refusal = useRefusal(`${path}.in`);
  const isBound = kind === 'number' || kind === 'date';
  const put = (patch: Partial<Attribute>): void => change({ ...value, ...patch });
  return (
    <>
      <Picker
        quiet
        kind="attribute"
        path={`${path}.id`}
        label={t('pick.attribute')}
        value={value.id}
        change={(id) => change({ id })}
      />
      {kind === 'number' &&
        (['atLeast', 'atMost'] as const).map((bound) => (
          <Number_
            key={bound}
            path={`${path}.${bound}`}
            label={t(bound)}
            value={value[bound]}
            change={(figure) => put({ [bound]: figure })}
          />
        ))}
      {kind === 'date' &&
        (['after', 'before'] as const).map((bound) => (
          <Text
            key={bound}
            type="date"
            path={`${path}.${bound}`}
            label={t(bound)}
            value={value[bound] ?? ''}
            change={(day) => put({ [bound]: day || undefined })}
          />
        ))}
      {kind && (!isBound || value.in) && (
        <TagsInput
          label={t('values')}
          data={[...(chosen?.values ?? [])]}
          limit={20}
          value={value.in ?? []}
          onChange={(values) => put({ in: values.length > 0 ? values : undefined })}
          error={refusal}
          withScrollArea={false}
          comboboxProps={{ shadow: 'none' }}
        />
      )}
      <Refused path={path} />
    </>
  );
}
