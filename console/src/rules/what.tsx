import { Checkbox } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { Number_, Section } from './fields.tsx';
import { Papers } from './papers.tsx';
import { Picker, Pickers } from './picker.tsx';
import type { Course, Form, Hours, Node, Qualification } from './rule.ts';
import { type LeafProps, Tree } from './tree.tsx';

const KINDS = ['course', 'qualification', 'form', 'hours'] as const;
type WhatKind = (typeof KINDS)[number];

const FRESH: Record<WhatKind, unknown> = {
  course: { id: '' },
  qualification: { typeId: '' },
  form: { templateId: '' },
  hours: {},
};

/** What satisfies it. */
export function What({ node, change }: { node: Node; change(node: Node): void }) {
  const t = useTranslations('rules');
  const grammar = {
    every: 'allOf',
    some: 'anyOf',
    canNot: false,
    kinds: KINDS.map((value) => ({ value, label: t(`what.${value}`) })),
    fresh: (kind: string) => FRESH[kind as WhatKind],
    Leaf,
  };
  return (
    <Section title={t('what.title')} hint={t('what.hint')}>
      <Tree grammar={grammar} path="satisfiedBy" node={node} change={change} />
    </Section>
  );
}

interface Fields<T> {
  path: string;
  value: T;
  change(value: T): void;
}

function Leaf({ kind, value, path, change }: LeafProps) {
  switch (kind as WhatKind) {
    case 'course':
      return <CourseFields path={path} value={value as Course} change={change} />;
    case 'qualification':
      return <Papers path={path} value={value as Qualification} change={change} />;
    case 'form':
      return <FormFields path={path} value={value as Form} change={change} />;
    case 'hours':
      return <HoursFields path={path} value={value as Hours} change={change} />;
  }
}

function CourseFields({ path, value, change }: Fields<Course>) {
  const t = useTranslations('rules');
  return (
    <>
      <Picker
        quiet
        kind="course"
        path={`${path}.id`}
        label={t('pick.course')}
        value={value.id}
        change={(id) => change({ ...value, id })}
      />
      <Number_
        path={`${path}.minScorePercent`}
        label={t('minScore')}
        unit="%"
        value={value.minScorePercent}
        change={(minScorePercent) => change({ ...value, minScorePercent })}
      />
      <Checkbox
        className="check"
        label={t('currentRevision')}
        checked={value.revision === 'current'}
        onChange={(event) =>
          change({ ...value, revision: event.currentTarget.checked ? 'current' : undefined })
        }
      />
    </>
  );
}

function FormFields({ path, value, change }: Fields<Form>) {
  const t = useTranslations('rules');
  return (
    <>
      <Picker
        quiet
        kind="template"
        path={`${path}.templateId`}
        label={t('pick.template')}
        value={value.templateId}
        change={(templateId) => change({ ...value, templateId })}
      />
      <Number_
        path={`${path}.minScorePercent`}
        label={t('minScore')}
        unit="%"
        value={value.minScorePercent}
        change={(minScorePercent) => change({ ...value, minScorePercent })}
      />
      <Checkbox
        className="check"
        label={t('approved')}
        checked={value.approved === true}
        onChange={(event) => change({ ...value, approved: event.currentTarget.checked || undefined })}
      />
    </>
  );
}

function HoursFields({ path, value, change }: Fields<Hours>) {
  const t = useTranslations('rules');
  return (
    <>
      <Number_
        required
        path={`${path}.hours`}
        label={t('hours')}
        unit={t('unit.hours')}
        value={value.hours}
        change={(hours) => change({ ...value, hours })}
      />
      <Number_
        required
        path={`${path}.withinMonths`}
        label={t('within')}
        unit={t('unit.months')}
        value={value.withinMonths}
        change={(withinMonths) => change({ ...value, withinMonths })}
      />
      <Pickers
        kind="category"
        path={`${path}.categoryIds`}
        label={t('ofCategories')}
        value={value.categoryIds ?? []}
        change={(ids) => change({ ...value, categoryIds: ids.length > 0 ? [...ids] : undefined })}
      />
      <Pickers
        kind="course"
        path={`${path}.courseIds`}
        label={t('ofCourses')}
        value={value.courseIds ?? []}
        change={(ids) => change({ ...value, courseIds: ids.length > 0 ? [...ids] : undefined })}
      />
    </>
  );
}
