import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { useAsked } from '../parts/asked.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useMayWrite, useMayWriteShared } from '../parts/known.ts';
import { Side } from '../parts/side.tsx';
import { toast } from '../parts/toasts.tsx';
import { type Course, useCourseFigures } from './data.ts';
import { CourseForm } from './form.tsx';
import { StateBadge } from './line.tsx';

interface Props {
  /** Nothing for one that is new. */
  course: Course | undefined;
  close(): void;
  made(id: string): void;
}

/** A course beside the list: who has it, what it says, and its life from draft to archive. */
export function CourseSide({ course, close, made }: Props) {
  const t = useTranslations('courses');
  const mayWrite = useMayWriteShared();
  const [isAsking, setAsking] = useState(false);
  return (
    <Side over={course?.category.name} title={course?.title ?? t('add')} close={close}>
      {course && (
        <p className="side-links">
          <StateBadge state={course.status} />
          {course.status === 'published' && <Assign course={course} />}
          {mayWrite && course.status !== 'published' && <Publish course={course} />}
          {mayWrite && course.status !== 'archived' && (
            <Button className="quiet-button" size="compact-sm" onClick={() => setAsking(true)}>
              {t('archive')}
            </Button>
          )}
        </p>
      )}
      <CourseForm key={course?.revisionId} course={course} mayWrite={mayWrite} made={made}>
        {course && <WhoHasIt course={course} />}
      </CourseForm>
      {isAsking && course && <Archive course={course} close={() => setAsking(false)} />}
    </Side>
  );
}

function Assign({ course }: { course: Course }) {
  const t = useTranslations('courses');
  const { ask } = useAsked();
  if (!useMayWrite()) return null;
  return (
    <Button
      className="quiet-button"
      size="compact-sm"
      leftSection={<IconPlus size={14} stroke={1.8} />}
      onClick={() => ask({ assign: 'new', course: course.id }, true)}
    >
      {t('assign')}
    </Button>
  );
}

function Publish({ course }: { course: Course }) {
  const t = useTranslations('courses');
  return (
    <Button
      className="quiet-button"
      size="compact-sm"
      onClick={async () => {
        try {
          await crew.courses.publish({ id: course.id });
          toast(t('published', { title: course.title }));
          await queries.invalidateQueries();
        } catch (error) {
          toast(toldOf(error).message);
        }
      }}
    >
      {t('publish')}
    </Button>
  );
}

function WhoHasIt({ course }: { course: Course }) {
  const t = useTranslations('courses');
  const format = useFormatter();
  const { data: figures } = useCourseFigures();
  const { assigned = 0, completed = 0, overdue = 0 } = figures?.get(course.id) ?? {};
  const list = `/training/assignments?course=${course.id}`;
  const rows = [
    ['has', assigned, `${list}&status=allStatuses`],
    ['completed', completed, `${list}&status=completed`],
    ['late', overdue, `${list}&status=overdue`],
  ] as const;
  return (
    <dl className="figures">
      {rows.map(([name, count, to]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>
            <Link to={to}>{format.number(count)}</Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Asks before a course is retired, which takes unfinished assignments along. */
function Archive({ course, close }: { course: Course; close(): void }) {
  const t = useTranslations('courses');
  const { data: figures } = useCourseFigures();
  const { assigned = 0, completed = 0 } = figures?.get(course.id) ?? {};
  const [refused, setRefused] = useState('');
  return (
    <Dialog title={t('archiveTitle', { title: course.title })} close={close}>
      <div className="dialog-body">
        <p>{t('archiveText', { count: assigned - completed })}</p>
      </div>
      <div className="dialog-foot">
        <p role="alert" className="refused">
          {refused}
        </p>
        <Button className="quiet-button" onClick={close} data-autofocus>
          {t('keep')}
        </Button>
        <Button
          className="strong"
          onClick={async () => {
            try {
              await crew.courses.archive({ id: course.id });
              close();
              toast(t('archived', { title: course.title }));
              await queries.invalidateQueries();
            } catch (error) {
              setRefused(toldOf(error).message);
            }
          }}
        >
          {t('archive')}
        </Button>
      </div>
    </Dialog>
  );
}
