import { Button, NativeSelect } from '@mantine/core';
import { IconFolderPlus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { TrainingTabs } from '../assignments/tabs.tsx';
import '../directory/directory.css';
import { useAsked } from '../parts/asked.ts';
import { matches } from '../parts/fold.ts';
import { Head } from '../parts/head.tsx';
import { useMayWriteShared } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Search } from '../parts/search.tsx';
import { AddCategory } from './category.tsx';
import { CourseSide } from './course.tsx';
import './courses.css';
import { type Course, useAllCourses, useCategories } from './data.ts';
import { Line } from './line.tsx';

const STATES = ['published', 'draft', 'archived'] as const;

/** What there is to learn, by category, with who has it; one opens beside the list to be changed. */
export default function Courses() {
  const t = useTranslations('courses');
  const format = useFormatter();
  const mayWrite = useMayWriteShared();
  const { of: said, ask } = useAsked();
  const { data, error, refetch } = useAllCourses();
  const { data: categories } = useCategories();
  const [isAdding, setAdding] = useState(false);
  const [wanted, category, state] = [said('q'), said('category'), said('state')];
  const rows = data?.filter(
    (course) =>
      matches(`${course.title} ${course.category.name}`, wanted) &&
      (!category || course.category.id === category) &&
      (state ? course.status === state : course.status !== 'archived'),
  );
  const isNarrowed = Boolean(wanted || category || state);
  const opened = said('open');
  const close = (): void => ask({ open: '' });
  const course = data?.find(({ id }) => id === opened);
  return (
    <>
      <Head title={t('title')}>
        <TrainingTabs />
        {rows && <span className="pill">{format.number(rows.length)}</span>}
        {mayWrite && (
          <div className="actions">
            <Button
              className="quiet-button wide"
              leftSection={<IconFolderPlus size={14} stroke={1.8} />}
              onClick={() => setAdding(true)}
            >
              {t('addCategory')}
            </Button>
            <Button
              className="strong"
              leftSection={<IconPlus size={14} stroke={1.8} />}
              onClick={() => ask({ open: 'new' }, true)}
              aria-label={t('add')}
            >
              <span className="wide">{t('add')}</span>
              <span className="short" aria-hidden>
                {t('addIt')}
              </span>
            </Button>
          </div>
        )}
      </Head>
      <search className="filters">
        <Search label={t('find')} />
        <NativeSelect
          aria-label={t('category')}
          value={category}
          onChange={(event) => ask({ category: event.currentTarget.value })}
          data={[
            { value: '', label: t('allCategories') },
            ...(categories ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <NativeSelect
          aria-label={t('state')}
          value={state}
          onChange={(event) => ask({ state: event.currentTarget.value })}
          data={[
            { value: '', label: t('inUse') },
            ...STATES.map((value) => ({ value, label: t(`states.${value}`) })),
          ]}
        />
      </search>
      <main className="matrix">
        {error && !data && <Problem error={error} again={refetch} />}
        {rows?.length === 0 && (
          <div className="empty">
            <p>{t(isNarrowed ? 'none' : 'nothing')}</p>
            {isNarrowed ? (
              <Button className="quiet-button" onClick={() => ask({ q: '', category: '', state: '' })}>
                {t('clear')}
              </Button>
            ) : (
              mayWrite && (
                <Button className="quiet-button" onClick={() => ask({ open: 'new' }, true)}>
                  {t('add')}
                </Button>
              )
            )}
          </div>
        )}
        {rows && rows.length > 0 && (
          <div className="rows courses">
            {byCategory(rows).map(([name, some]) => (
              <section key={name} aria-label={name}>
                <h2>
                  {name} <span className="pill">{format.number(some.length)}</span>
                </h2>
                <ul className="tree">
                  {some.map((each) => (
                    <li key={each.id} data-opened={each.id === opened || undefined}>
                      <button type="button" onClick={() => ask({ open: each.id }, true)}>
                        <Line course={each} />
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
        {data && (course || opened === 'new') && (
          <CourseSide key={opened} course={course} close={close} made={(id) => ask({ open: id })} />
        )}
      </main>
      {isAdding && <AddCategory close={() => setAdding(false)} />}
    </>
  );
}

const byCategory = (courses: readonly Course[]): [string, Course[]][] =>
  [...Map.groupBy(courses, ({ category }) => category.name)].sort(([a], [b]) => a.localeCompare(b));
