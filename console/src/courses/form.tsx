import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { refusalsOf } from '../parts/refusals.ts';
import { toast } from '../parts/toasts.tsx';
import { type Course, useCategories } from './data.ts';

interface Props {
  /** Nothing for one that is new. */
  course: Course | undefined;
  mayWrite: boolean;
  made(id: string): void;
  children: ReactNode;
}

/** What a form says of a course. */
interface Said {
  title: string;
  description: string | null;
  category: { id: string } | { name: string };
  estimatedTimeToCompleteMinutes: number;
}

const OTHER = 'other';

/** What a course says; other words or another length make a new revision, assignments keep theirs. */
export function CourseForm({ course, mayWrite, made, children }: Props) {
  const t = useTranslations('courses');
  const { data: categories } = useCategories();
  const [category, setCategory] = useState(course?.category.id ?? '');
  const [refused, setRefused] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const at = refusalsOf(refused);
  const isNew = category === OTHER || (categories?.length === 0 && !course);
  const update = async (id: string, said: Partial<Said>): Promise<void> => {
    await crew.courses.update({ id, ...said });
    await queries.invalidateQueries({ queryKey: ['courses'] });
  };
  const save = async (said: Said): Promise<void> => {
    if (!course) {
      const { description, ...rest } = said;
      const { id } = await crew.courses.create({ ...rest, ...(description && { description }) });
      await queries.invalidateQueries({ queryKey: ['courses'] });
      toast(t('added', { title: said.title }));
      made(id);
      return;
    }
    const before: Said = {
      title: course.title,
      description: course.description ?? null,
      category: { id: course.category.id },
      estimatedTimeToCompleteMinutes: course.estimatedTimeToCompleteMinutes,
    };
    await update(course.id, said);
    toast(t('changed', { title: said.title }), () => update(course.id, before));
  };
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    setBusy(true);
    setRefused(undefined);
    try {
      await save({
        title: text('title'),
        description: text('description') || null,
        category: isNew ? { name: text('newCategory') } : { id: category },
        estimatedTimeToCompleteMinutes: Number(text('minutes')),
      });
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };
  return (
    <form className="side-form" onSubmit={onSubmit}>
      <div className="side-body">
        {children}
        <fieldset className="plain" disabled={!mayWrite}>
          <TextInput
            name="title"
            label={t('name')}
            required
            maxLength={255}
            defaultValue={course?.title}
            autoComplete="off"
            error={at.title}
          />
          <NativeSelect
            label={t('category')}
            required
            value={isNew ? OTHER : category}
            onChange={(event) => setCategory(event.currentTarget.value)}
            error={at['category.id']}
            data={[
              ...(category ? [] : [{ value: '', label: t('chooseCategory') }]),
              ...(categories ?? []).map(({ id, name }) => ({ value: id, label: name })),
              { value: OTHER, label: t('newCategory') },
            ]}
          />
          {isNew && (
            <TextInput
              name="newCategory"
              label={t('categoryName')}
              required
              maxLength={255}
              autoComplete="off"
              error={at['category.name']}
            />
          )}
          <TextInput
            name="minutes"
            label={t('takes')}
            required
            type="number"
            min={0}
            max={100_000}
            defaultValue={course?.estimatedTimeToCompleteMinutes}
            error={at.estimatedTimeToCompleteMinutes}
          />
          <Textarea
            name="description"
            label={t('description')}
            rows={6}
            maxLength={10_000}
            defaultValue={course?.description}
            error={at.description}
          />
        </fieldset>
        {course && mayWrite && <p className="quiet">{t('revision')}</p>}
      </div>
      {mayWrite && (
        <footer className="side-foot">
          <p role="alert" className="refused">
            {refused !== undefined && Object.keys(at).length === 0 && toldOf(refused).message}
          </p>
          <Button type="submit" className="strong" loading={isBusy}>
            {t(course ? 'save' : 'addDraft')}
          </Button>
        </footer>
      )}
    </form>
  );
}
