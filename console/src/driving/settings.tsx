import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { Head } from '../parts/head.tsx';
import { useKept } from '../parts/kept.ts';
import { useMay } from '../parts/may.ts';
import { Problem } from '../parts/problem.tsx';
import { refusalsOf } from '../parts/refusals.ts';
import { toast } from '../parts/toasts.tsx';
import { Choose, Number_, Refusals, Refused, Section } from '../rules/fields.tsx';
import '../rules/page.css';
import { type Metric, type Settings, useSettings } from './data.ts';
import './driving.css';

/** How shares become scores. */
export default function DrivingSettings() {
  const t = useTranslations('driving');
  const { data, error, refetch } = useSettings();
  return (
    <>
      <Head title={t('setTitle')}>
        <Link className="quiet to-list" to="/driving">
          {t('back')}
        </Link>
      </Head>
      {data ? (
        <Form saved={data} />
      ) : (
        <main className="body">{error && <Problem error={error} again={refetch} />}</main>
      )}
    </>
  );
}

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

function Form({ saved }: { saved: Settings }) {
  const t = useTranslations('driving');
  const { mayForAll } = useMay('Write Driver Efficiency');
  const [typed, setTyped] = useKept<Settings>('driving settings');
  const [refusals, setRefusals] = useState<Record<string, string>>({});
  const value = typed ?? saved;
  const isChanged = JSON.stringify(value) !== JSON.stringify(saved);
  const change = (patch: Partial<Settings>): void => setTyped({ ...value, ...patch });
  const write = async (next: Settings): Promise<void> => {
    queries.setQueryData(['driving', 'settings'], await crew.driverEfficiency.updateSettings(next));
    void queries.invalidateQueries({ queryKey: ['driving'] });
  };
  const save = useMutation({
    mutationFn: () => write(value),
    onSuccess: () => {
      setTyped(undefined);
      setRefusals({});
      toast(t('saved'), () => write(saved));
    },
    onError: (error) => setRefusals(refusalsOf(error)),
  });
  const isElsewhere = save.error && Object.keys(refusals).length === 0;
  return (
    <main className="rule">
      <Refusals value={refusals}>
        <form
          className="body"
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
          aria-label={t('setTitle')}
        >
          <fieldset disabled={!mayForAll}>
            {!mayForAll && <p className="told">{t('readOnly')}</p>}
            <Section title={t('look.title')} hint={t('look.hint')}>
              <Choose
                path="scoreFormat"
                label={t('format')}
                value={value.scoreFormat}
                change={(scoreFormat) => change({ scoreFormat })}
                options={(['numbers', 'letters'] as const).map((each) => ({
                  value: each,
                  label: t(`formats.${each}`),
                }))}
              />
              {value.scoreFormat === 'letters' && (
                <div className="bounds">
                  {LETTERS.map((letter) => (
                    <Number_
                      required
                      key={letter}
                      path={`letterBounds.${letter}`}
                      label={t('bound', { letter })}
                      value={value.letterBounds[letter]}
                      change={(bound) => change({ letterBounds: { ...value.letterBounds, [letter]: bound } })}
                    />
                  ))}
                </div>
              )}
            </Section>
            <Section title={t('weights.title')} hint={t('weights.hint')}>
              <div className="weights">
                {(Object.keys(value.metrics) as Metric[]).map((name) => (
                  <MetricRow
                    key={name}
                    name={name}
                    of={value.metrics[name]}
                    change={(next) => change({ metrics: { ...value.metrics, [name]: next } })}
                  />
                ))}
              </div>
            </Section>
            <Section title={t('loads.title')} hint={t('loads.hint')}>
              <div className="bounds">
                {value.vehicleWeightBoundsKg.map((bound, n) => (
                  <Number_
                    required
                    key={n}
                    path={`vehicleWeightBoundsKg[${n}]`}
                    label={t('load', { grade: n + 2 })}
                    unit="kg"
                    value={bound}
                    change={(next) =>
                      change({
                        vehicleWeightBoundsKg: value.vehicleWeightBoundsKg.map((each, at) =>
                          at === n ? (next as number) : each,
                        ),
                      })
                    }
                  />
                ))}
              </div>
              <Refused path="vehicleWeightBoundsKg" />
            </Section>
            {mayForAll && (
              <p className="form-foot">
                <span role="alert" className="refused">
                  {isElsewhere && toldOf(save.error).message}
                </span>
                {isChanged && (
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
                <Button type="submit" className="strong" disabled={!isChanged} loading={save.isPending}>
                  {t('save')}
                </Button>
              </p>
            )}
          </fieldset>
        </form>
      </Refusals>
    </main>
  );
}

type MetricSettings = Settings['metrics'][Metric];

function MetricRow({
  name,
  of,
  change,
}: {
  name: Metric;
  of: MetricSettings;
  change(next: MetricSettings): void;
}) {
  const t = useTranslations('driving');
  const fields = [
    ['zeroAtPercentage', t('zero'), '%'],
    ['hundredAtPercentage', t('hundred'), '%'],
    ['weight', t('weight'), undefined],
  ] as const;
  return (
    <fieldset className="weight-row">
      <legend>{t(`metrics.${name}`)}</legend>
      {fields.map(([field, label, unit]) => (
        <Number_
          required
          key={field}
          path={`metrics.${name}.${field}`}
          label={label}
          {...(unit && { unit })}
          value={of[field]}
          change={(next) => change({ ...of, [field]: next as number })}
        />
      ))}
      <Refused path={`metrics.${name}`} />
    </fieldset>
  );
}
