import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { useAsked } from '../parts/asked.ts';
import { useChosen } from '../parts/chosen.ts';
import { useMayWrite } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Side } from '../parts/side.tsx';
import { Change } from './change.tsx';
import { Chart } from './chart.tsx';
import {
  type Metric,
  type Period,
  type Point,
  type Rank,
  scoreText,
  useParts,
  useSeries,
  useSettings,
} from './data.ts';

interface Props {
  id: string;
  /** The row that it was opened from, where that is in the list. */
  row: Rank | undefined;
  period: Period;
  close(): void;
}

/** One driver or vehicle: its score, how a metric went, and what the score is made of. */
export function Opened({ id, row, period, close }: Props) {
  const t = useTranslations('driving');
  const { of: said, ask } = useAsked();
  const { open: assign } = useChosen('assign');
  const mayWrite = useMayWrite();
  const { data: settings } = useSettings();
  const head = useQuery({
    queryKey: ['person', id],
    queryFn: ({ signal }) => crew.subjects.summary({ id }, { signal }),
    placeholderData: undefined,
  });
  const series = useSeries(id, period);
  const type = series.data?.type ?? row?.type ?? 'driver';
  const { data: parts } = useParts(id, type, period);
  // Whoever is opened by a link may be far down in the list.
  const score =
    typeof row?.overallScore === 'number'
      ? scoreText(row.overallScore, settings)
      : parts?.scoreData?.overallScore;
  const names = Object.keys(settings?.metrics ?? {}) as Metric[];
  const metric = names.find((each) => each === said('metric'));
  const name = row?.name ?? head.data?.name ?? '…';
  const shown = ({ overallScore, percentages }: Point): number | null =>
    metric ? (percentages[metric] ?? null) : overallScore;
  return (
    <Side over={t(`one.${type}`)} title={name} close={close}>
      <div className="side-body driving-side">
        {series.error && <Problem error={series.error} again={series.refetch} />}
        {score !== undefined && (
          <p className="figure">
            <strong>{score}</strong>
            {row && <Change points={row.change} />}
          </p>
        )}
        {!series.error && (
          <p className="side-actions">
            {type === 'driver' && mayWrite && (
              <Button className="strong" onClick={() => assign([id])}>
                {t('coach')}
              </Button>
            )}
            <Button className="quiet-button" component={Link} to={`/person/${id}`}>
              {t(type === 'driver' ? 'open' : 'openVehicle')}
            </Button>
          </p>
        )}
        {series.data && settings && (
          <>
            <NativeSelect
              label={t('metric')}
              value={metric ?? ''}
              onChange={(event) => ask({ metric: event.currentTarget.value })}
              data={[
                { value: '', label: t('overall') },
                ...names.map((value) => ({ value, label: t(`metrics.${value}`) })),
              ]}
            />
            <Chart
              name={name}
              metric={metric ? t(`metrics.${metric}`) : t('overall')}
              unit={metric ? ' %' : ''}
              points={series.data.points.flatMap((point) => {
                const value = shown(point);
                return value === null ? [] : [{ day: point.day, value }];
              })}
              target={metric ? settings.metrics[metric].hundredAtPercentage : settings.letterBounds.A}
              since={period.startTime.slice(0, 10)}
            />
          </>
        )}
        <Parts of={parts} names={names} />
      </div>
    </Side>
  );
}

/** Every metric of the period with its share and its score; one that was not reported is not there. */
function Parts({ of, names }: { of: ReturnType<typeof useParts>['data']; names: Metric[] }) {
  const t = useTranslations('driving');
  const format = useFormatter();
  const scores = of?.scoreData as Record<string, string> | undefined;
  const shares = of?.percentageData as Record<string, number> | undefined;
  const reported = names.filter((name) => scores?.[`${name}Score`] !== undefined);
  if (reported.length === 0) return null;
  return (
    <table className="parts">
      <caption>{t('scores')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('part')}</th>
          <th scope="col">{t('share')}</th>
          <th scope="col">{t('score')}</th>
        </tr>
      </thead>
      <tbody>
        {reported.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`metrics.${name}`)}</th>
            <td>{format.number(shares?.[`${name}Percentage`] ?? 0, { maximumFractionDigits: 1 })} %</td>
            <td>
              <b>{scores?.[`${name}Score`]}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
