import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew, toldOf } from '../api.ts';
import { refusalsOf } from '../parts/refusals.ts';
import { StatusBar } from '../parts/status.tsx';
import { useFigures } from './data.ts';
import type { Body, Requirement } from './rule.ts';
import { Trial, useTrial } from './trial.tsx';
import './steps.css';

/** What was done last. */
export type Told = 'saved' | 'published';

interface Props {
  of: Requirement | undefined;
  body: Body;
  /** Whether the form differs from what is saved. */
  isChanged: boolean;
  isReadOnly: boolean;
  isComplete(): boolean;
  refuse(fields: Record<string, string>): void;
  done(next: Requirement, told: Told): void;
  discard(): void;
}

/** From what is written to what is in force: try it, see who changes how, publish it. */
export function Steps({ of, body, isChanged, isReadOnly, isComplete, refuse, done, discard }: Props) {
  const t = useTranslations('rules.steps');
  const known = useQueryClient();
  const heading = useRef<HTMLHeadingElement>(null);
  const trial = useTrial();
  const told: Told | undefined = useLocation().state?.told;
  useEffect(() => {
    if (told) heading.current?.focus();
  }, [told]);
  const onError = (error: unknown): void => refuse(refusalsOf(error));
  // A requirement that was written and could not be published is not written a second time.
  const made = useRef<Requirement>(undefined);
  const save = async (): Promise<Requirement> => {
    const id = of?.id ?? made.current?.id;
    if (id !== undefined && !isChanged && of) return of;
    made.current = await (id === undefined
      ? crew.requirements.create(body)
      : crew.requirements.update({ ...body, id }));
    return made.current;
  };
  const toSave = useMutation({ mutationFn: save, onSuccess: (next) => done(next, 'saved'), onError });
  const toPublish = useMutation({
    mutationFn: async () => crew.requirements.publish({ id: (await save()).id }),
    onSuccess: (next) => {
      trial.reset();
      done(next, 'published');
      void known.invalidateQueries({ queryKey: ['readiness'] });
      void known.invalidateQueries({ queryKey: ['matrix'] });
    },
    onError,
  });
  const isBusy = toSave.isPending || toPublish.isPending;
  const tried = trial.data?.sent === JSON.stringify(body) ? trial.data : undefined;
  const mayPublish = isChanged || of?.hasUnpublishedChanges !== false;
  const problem = [toPublish.error, toSave.error, trial.error].find(Boolean);
  const begin = (step: () => void): void => {
    for (const each of [toPublish, toSave]) each.reset();
    refuse({});
    if (isComplete()) step();
  };
  const tryIt = (): void =>
    begin(() =>
      trial.mutate(
        { ...body, ...(of ? { id: of.id } : {}) },
        {
          onSuccess: () => heading.current?.focus(),
          onError,
        },
      ),
    );
  return (
    <aside className="steps" aria-labelledby="steps">
      <h2 id="steps" ref={heading} tabIndex={-1}>
        {t('title')}
      </h2>
      <p className="quiet" role="status">
        {t(told && !isChanged ? told : mayPublish ? 'hint' : 'inForce')}
      </p>
      <div className="step-buttons">
        <Button
          className={tried && mayPublish ? 'quiet-button' : 'strong'}
          loading={trial.isPending}
          onClick={tryIt}
        >
          {t('try')}
        </Button>
        {!isReadOnly && tried && mayPublish && (
          <Button
            className="strong"
            loading={toPublish.isPending}
            disabled={isBusy}
            onClick={() => begin(() => toPublish.mutate())}
          >
            {t('publish')}
          </Button>
        )}
        {!isReadOnly && isChanged && (
          <>
            <Button
              className="quiet-button"
              loading={toSave.isPending}
              disabled={isBusy}
              onClick={() => begin(() => toSave.mutate())}
            >
              {t('save')}
            </Button>
            <Button className="text-button" onClick={discard}>
              {t('discard')}
            </Button>
          </>
        )}
      </div>
      <div role="alert">{problem ? <Refusal error={problem} /> : null}</div>
      {tried && <Trial key={tried.sent} trial={tried} />}
      {!tried && trial.data && <p className="told">{t('stale')}</p>}
      {!trial.data && of && <Standing id={of.id} />}
    </aside>
  );
}

/** How much of what is in force is met. */
function Standing({ id }: { id: string }) {
  const t = useTranslations('rules.steps');
  const figures = useFigures().data?.get(id);
  if (!figures || figures.needed === 0) return null;
  const { counts, needed, met, overdue } = figures;
  return (
    <div className="standing">
      <StatusBar counts={counts} />
      <p>{t('standing', { needed, met, overdue })}</p>
    </div>
  );
}

function Refusal({ error }: { error: unknown }) {
  const t = useTranslations('problem');
  const { message, requestId } = toldOf(error);
  // What stands at a field is said here without the server's name for it.
  const atFields = Object.values(refusalsOf(error));
  return (
    <div className="step-refused">
      <strong>{t('title')}</strong>
      <p>{atFields.length > 0 ? atFields.join(' ') : message}</p>
      {requestId && (
        <small>
          {t('request')} <code>{requestId}</code>
        </small>
      )}
    </div>
  );
}
