import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { useChosen } from '../parts/chosen.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useCourses, usePeople } from '../parts/known.ts';
import { toast } from '../parts/toasts.tsx';
import { Preview, Results } from './outcomes.tsx';
import { assign, type Learner, unassign } from './send.ts';
import { type Who, WhoField } from './who.tsx';

const DAY = 86_400_000;
const MOST = 20_000;
/** A date as a field of a form has it, in the viewer's own zone. */
const dateIn = (days: number): string => new Date(Date.now() + days * DAY).toLocaleDateString('sv');

/** Who × what × due: tried as it is filled in, then done, then told for each. */
export default function Assign() {
  const t = useTranslations('assign');
  const p = useTranslations('parts');
  const { ids, close } = useChosen('assign');
  const [asked] = useSearchParams();
  const [who, setWho] = useState<Who>({ kind: 'people', ids, tagId: '' });
  const [courseId, setCourseId] = useState(asked.get('course') ?? '');
  const [due, setDue] = useState(() => dateIn(30));
  const { data: courses } = useCourses();
  const { learners, left } = useLearners(who);
  const day = new Date(`${due}T23:59:59`);
  const what = { courseId, dueAtTime: Number.isNaN(day.getTime()) ? '' : day.toISOString() };
  const isComplete = learners.length > 0 && courseId !== '' && what.dueAtTime !== '';
  const tried = useQuery({
    queryKey: ['assign', what, learners.map(({ id }) => id)],
    queryFn: ({ signal }) => assign(learners, what, { dryRun: true, signal }),
    enabled: isComplete,
    gcTime: 0,
    staleTime: 0,
  });
  const preview = isComplete ? tried.data : undefined;
  const fresh = preview?.filter(({ had, refused }) => !had && !refused).length ?? 0;
  const done = useMutation({
    mutationFn: () => assign(learners, what),
    onSuccess: (outcomes) => {
      const made = outcomes.filter(({ had, assignmentId }) => assignmentId && !had);
      void queries.invalidateQueries();
      if (made.length > 0)
        toast(t('done', { count: made.length }), async () => {
          await unassign(made.map(({ assignmentId }) => assignmentId as string));
          done.reset();
        });
    },
  });
  if (done.data)
    return (
      <Dialog title={t('title')} close={close}>
        <div className="dialog-body">
          <Results outcomes={done.data} />
        </div>
        <div className="dialog-foot">
          <Button className="strong" onClick={close} data-autofocus>
            {p('close')}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t('title')} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          done.mutate();
        }}
      >
        <div className="dialog-body">
          <WhoField who={who} setWho={setWho} />
          {left > 0 && <p className="quiet">{t('left', { count: left })}</p>}
          <div className="pair">
            <NativeSelect
              label={t('course')}
              value={courseId}
              onChange={(event) => setCourseId(event.currentTarget.value)}
              data={[
                { value: '', label: t('chooseCourse') },
                ...(courses ?? []).map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
            <TextInput
              type="date"
              label={t('due')}
              value={due}
              min={dateIn(0)}
              onChange={(event) => setDue(event.currentTarget.value)}
            />
          </div>
          {preview && <Preview outcomes={preview} />}
        </div>
        <div className="dialog-foot">
          <p role="alert" className="refused">
            {done.error && toldOf(done.error).message}
          </p>
          <Button className="quiet-button" onClick={close}>
            {p('cancel')}
          </Button>
          <Button
            type="submit"
            className="strong"
            loading={done.isPending}
            disabled={fresh === 0 || tried.isFetching}
          >
            {t('submit', { count: fresh })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The learners that a choice means; of what was picked, vehicles are left out. */
function useLearners(who: Who): { learners: Learner[]; left: number } {
  const { data: people } = usePeople(who.kind === 'people' ? who.ids : []);
  const { data: tagged } = useQuery({
    queryKey: ['subjects', 'tag', who.tagId],
    queryFn: ({ signal }) =>
      crew.subjects
        .list({ types: ['driver', 'user'], tagIds: [who.tagId], status: 'active', limit: 512 }, { signal })
        .toArray(MOST),
    enabled: who.kind === 'tag' && who.tagId !== '',
    placeholderData: undefined,
  });
  const all =
    who.kind === 'tag' ? (who.tagId ? (tagged ?? []) : []) : who.ids.flatMap((id) => people?.get(id) ?? []);
  const learners = all.flatMap(({ id, name, type }) => (type === 'vehicle' ? [] : [{ id, name, type }]));
  return { learners, left: who.kind === 'people' && people ? who.ids.length - learners.length : 0 };
}
