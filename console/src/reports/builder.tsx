import '@mantine/core/styles/Checkbox.css';
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { Head } from '../parts/head.tsx';
import { useKept } from '../parts/kept.ts';
import { useMay } from '../parts/may.ts';
import { Problem } from '../parts/problem.tsx';
import { refusalsOf } from '../parts/refusals.ts';
import { toast } from '../parts/toasts.tsx';
import { Choose, Refusals, Section, Text } from '../rules/fields.tsx';
import '../rules/page.css';
import { Columns } from './columns.tsx';
import { type Config, useConfigs, useDatasets } from './data.ts';
import { Draft } from './draft.tsx';
import { Filters } from './filters.tsx';
import { Order } from './order.tsx';
import { bodyOf, type Content, contentOf, fresh, placed } from './report.ts';
import './reports.css';

/** How long typing pauses before the draft is asked for anew, in milliseconds. */
const PAUSE = 400;

/** A report as a form, beside its first rows. */
export default function Builder() {
  const t = useTranslations('reports');
  const { id } = useParams();
  const { mayForAll } = useMay('Write Custom Reports');
  const { data: configs, error, refetch } = useConfigs();
  const datasets = useDatasets();
  const of = configs?.find((each) => each.id === id);
  if (!mayForAll || !datasets.data || (id !== undefined && !of))
    return (
      <>
        <Head title={t(id === undefined ? 'new' : 'one')} />
        <main className="body">
          {error && !configs && <Problem error={error} again={refetch} />}
          {datasets.error && <Problem error={datasets.error} again={datasets.refetch} />}
          {(!mayForAll || configs) && (
            <div className="empty">
              <p>{t(mayForAll ? 'notFound' : 'mayNot')}</p>
              <Link to="/reports">{t('back')}</Link>
            </div>
          )}
        </main>
      </>
    );
  return <Form key={id ?? 'new'} of={of} />;
}

function Form({ of }: { of: Config | undefined }) {
  const t = useTranslations('reports');
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const { data: datasets = [] } = useDatasets();
  const [typed, setTyped] = useKept<Content>(`reports ${of?.id ?? 'new'}`);
  const [refusals, setRefusals] = useState<Record<string, string>>({});
  const find = (wanted: string) => datasets.find(({ id }) => id === wanted);
  const saved = of ? contentOf(of, find(of.datasetId)) : fresh();
  const content = typed ?? saved;
  const dataset = find(content.datasetId);
  const body = bodyOf(content, dataset);
  const isChanged = JSON.stringify(body) !== JSON.stringify(bodyOf(saved, find(saved.datasetId)));
  const change = (patch: Partial<Content>): void => setTyped({ ...content, ...patch });
  const { draft, refused } = useDraft(body);
  const save = useMutation({
    mutationFn: () =>
      of ? crew.reportConfigs.update({ ...body, id: of.id }) : crew.reportConfigs.create(body),
    onSuccess: async ({ id }) => {
      setTyped(undefined);
      await queries.invalidateQueries({ queryKey: ['reports', 'configs'] });
      const before = of && bodyOf(saved, find(saved.datasetId));
      toast(
        t('saved'),
        before &&
          (async () => {
            await crew.reportConfigs.update({ ...before, id });
            await queries.invalidateQueries({ queryKey: ['reports', 'configs'] });
          }),
      );
      await navigate(`/reports/${id}`, { replace: true });
    },
    onError: (error) => setRefusals(placed(refusalsOf(error))),
  });
  // Once they stand at their fields, the first of them is gone to.
  useEffect(() => {
    if (Object.keys(refusals).length === 0) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid=true], .refused');
    first?.focus();
    first?.scrollIntoView({ block: 'center' });
  }, [refusals]);
  const isElsewhere = save.error && Object.keys(refusals).length === 0;
  const at = { content, dataset, change };
  return (
    <>
      <Head title={content.name || t(of ? 'one' : 'new')}>
        <Link className="quiet to-list" to={of ? `/reports/${of.id}` : '/reports'}>
          {t(of ? 'toReport' : 'back')}
        </Link>
      </Head>
      <main className="rule builder">
        <Refusals value={{ ...refused, ...refusals }}>
          <form
            className="body"
            ref={form}
            aria-label={t('one')}
            onSubmit={(event) => {
              event.preventDefault();
              setRefusals({});
              save.mutate();
            }}
          >
            <fieldset>
              <Section title={t('about.title')} hint={t('about.hint')}>
                <Text
                  required
                  path="name"
                  label={t('name')}
                  value={content.name}
                  change={(name) => change({ name })}
                />
                <Choose
                  path="datasetId"
                  label={t('dataset')}
                  value={content.datasetId}
                  // Another dataset has other fields.
                  change={(datasetId) => setTyped({ ...fresh(), name: content.name, datasetId })}
                  options={[
                    ...(content.datasetId ? [] : [{ value: '', label: t('pickDataset') }]),
                    ...datasets.map(({ id, displayName }) => ({ value: id, label: displayName })),
                  ]}
                />
              </Section>
              {dataset && (
                <>
                  <Columns {...at} dataset={dataset} />
                  <Filters {...at} dataset={dataset} />
                  <Order {...at} dataset={dataset} />
                </>
              )}
              <p className="form-foot">
                <span role="alert" className="refused">
                  {isElsewhere && toldOf(save.error).message}
                </span>
                {typed && (
                  <Button
                    className="quiet-button"
                    onClick={() => {
                      setTyped(undefined);
                      setRefusals({});
                      save.reset();
                    }}
                  >
                    {t('discard')}
                  </Button>
                )}
                <Button type="submit" className="strong" loading={save.isPending} disabled={!isChanged}>
                  {t('save')}
                </Button>
              </p>
            </fieldset>
          </form>
        </Refusals>
        <Draft of={draft} name={content.name} />
      </main>
    </>
  );
}

/** The first rows of what is written, and what is refused of it. */
function useDraft({ name: _, ...body }: ReturnType<typeof bodyOf>) {
  const [text] = useDebouncedValue(JSON.stringify(body), PAUSE);
  const asked = useMemo((): typeof body => JSON.parse(text), [text]);
  // A filter without its value is still being written, and so is a range without its ends.
  const isWhole = (asked.filters?.fields ?? []).every(
    ({ values }) => values === undefined || values.length > 0,
  );
  const { startTime, endTime } = asked.filters?.primaryTimeRange ?? { startTime: '-', endTime: '-' };
  const isEmpty = asked.columns.length === 0;
  const isAsked = !isEmpty && isWhole && startTime !== '' && endTime !== '';
  const draft = useQuery({
    queryKey: ['reports', 'draft', text],
    queryFn: ({ signal }) => crew.reportRuns.draft(asked, { signal }),
    enabled: isAsked,
    retry: false,
  });
  const refused = draft.error ? placed(refusalsOf(draft.error)) : {};
  return {
    draft: {
      isEmpty,
      data: isEmpty ? undefined : draft.data,
      error: Object.keys(refused).length === 0 ? draft.error : null,
      again: draft.refetch,
    },
    refused,
  };
}
