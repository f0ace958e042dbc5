import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { Head } from '../parts/head.tsx';
import { useKept } from '../parts/kept.ts';
import { Problem } from '../parts/problem.tsx';
import { Archive } from './archive.tsx';
import { useRequirement } from './data.ts';
import { Due } from './due.tsx';
import { Choose, Refusals, Section, Text } from './fields.tsx';

import { Lasts } from './lasts.tsx';
import { Assign, Later } from './later.tsx';
import { useMayWrite } from './may-write.ts';
import { bodyOf, type Content, contentOf, fresh, placed, type Requirement } from './rule.ts';
import { StateBadge } from './state-badge.tsx';
import { Steps, type Told } from './steps.tsx';
import { What } from './what.tsx';
import { Who } from './who.tsx';
import './page.css';

/** A requirement as a form, and what publishing it would do. */
export default function Rule() {
  const t = useTranslations('rules');
  const { id } = useParams();
  const { data, error, refetch } = useRequirement(id);
  if (id !== undefined && data === undefined)
    return (
      <>
        <Head title={t('one')} />
        <main className="body">{error && <Problem error={error} again={refetch} />}</main>
      </>
    );
  if (data === null)
    return (
      <>
        <Head title={t('one')} />
        <main className="empty">
          <p>{t('notFound')}</p>
          <Link to="/rules">{t('back')}</Link>
        </main>
      </>
    );
  return <Editor key={id ?? 'new'} of={data} />;
}

function Editor({ of }: { of: Requirement | undefined }) {
  const t = useTranslations('rules');
  const navigate = useNavigate();
  const known = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useKept<Content>(`rules ${of?.id ?? 'new'}`);
  const [refusals, setRefusals] = useState<Record<string, string>>({});
  const saved = of ? contentOf(of) : fresh();
  const content = typed ?? saved;
  const body = bodyOf(content);
  const isChanged = JSON.stringify(body) !== JSON.stringify(bodyOf(saved));
  const isReadOnly = !useMayWrite() || of?.state === 'archived';
  const change = (patch: Partial<Content>): void => setTyped({ ...content, ...patch });
  const title = content.name || t(of ? 'one' : 'new');

  const refuse = (fields: Record<string, string>): void => {
    setRefusals(placed(fields, content));
  };
  const done = (next: Requirement, told?: Told): void => {
    setTyped(undefined);
    known.setQueryData(['requirement', next.id], next);
    void known.invalidateQueries({ queryKey: ['requirements'] });
    void navigate(`/rules/${next.id}`, { replace: true, state: { told } });
  };
  // Once they stand at their fields, the first of them is gone to.
  useEffect(() => {
    if (Object.keys(refusals).length === 0) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid=true], .refused');
    first?.focus();
    first?.scrollIntoView({ block: 'center' });
  }, [refusals]);
  return (
    <>
      <Head title={title}>
        {of && <StateBadge of={of} />}
        <Link className="quiet to-list" to="/rules">
          {t('back')}
        </Link>
        {of && of.state !== 'archived' && !isReadOnly && <Archive of={of} done={done} />}
      </Head>
      <main className="rule">
        <Refusals value={refusals}>
          <form className="body" ref={form} onSubmit={(event) => event.preventDefault()} aria-label={title}>
            <fieldset disabled={isReadOnly}>
              {of?.state === 'archived' && <p className="told">{t('archivedTold')}</p>}
              <Section title={t('about.title')} hint={t('about.hint')}>
                <Text
                  required
                  path="name"
                  label={t('name')}
                  value={content.name}
                  change={(name) => change({ name })}
                />
                <Text
                  path="citation"
                  label={t('citation')}
                  placeholder="49 CFR 383.93(b)(3)"
                  value={content.citation}
                  change={(citation) => change({ citation })}
                />
                <Choose
                  path="severity"
                  label={t('severity')}
                  value={content.severity}
                  change={(severity) => change({ severity })}
                  options={(['block', 'warn'] as const).map((value) => ({
                    value,
                    label: t(`severities.${value}.long`),
                  }))}
                />
              </Section>
              <Who node={content.appliesTo} change={(appliesTo) => change({ appliesTo })} />
              <What node={content.satisfiedBy} change={(satisfiedBy) => change({ satisfiedBy })} />
              <Lasts content={content} change={change} />
              <Due content={content} change={change} />
              <Later content={content} change={change} />
              <Assign content={content} change={change} />
            </fieldset>
          </form>
        </Refusals>
        {of?.state !== 'archived' && (
          <Steps
            of={of}
            body={body}
            isChanged={isChanged}
            isReadOnly={isReadOnly}
            isComplete={() => form.current?.reportValidity() ?? false}
            refuse={refuse}
            done={done}
            discard={() => {
              setTyped(undefined);
              setRefusals({});
            }}
          />
        )}
      </main>
    </>
  );
}
