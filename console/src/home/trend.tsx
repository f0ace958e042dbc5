import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { crew } from '../api.ts';

const DAY = 86_400_000;
const WEEKS = 12;
const [WIDTH, HEIGHT] = [300, 110];

/** How much was met at the end of each day of the last twelve weeks; undefined until it is known. */
export function useHistory() {
  const { data } = useQuery({
    queryKey: ['readiness', 'history'],
    queryFn: ({ signal }) =>
      crew.readiness.getHistory(
        { startTime: new Date(Date.now() - WEEKS * 7 * DAY).toISOString() },
        { signal },
      ),
    staleTime: 10 * 60_000,
  });
  return data?.filter(({ share }) => share !== null);
}

type Day = NonNullable<ReturnType<typeof useHistory>>[number];

/** The share that is met, day by day, with the first and last figure in words for those who cannot see it. */
export function Trend({ days }: { days: readonly Day[] | undefined }) {
  const t = useTranslations('home');
  const format = useFormatter();
  const shares = (days ?? []).map(({ share }) => (share as number) * 100);
  const [low, high] = [
    Math.floor(Math.min(...shares, 99) - 1),
    Math.min(100, Math.ceil(Math.max(...shares, 1) + 1)),
  ];
  const x = (n: number): number => (n / Math.max(1, shares.length - 1)) * WIDTH;
  const y = (share: number): number => HEIGHT - ((share - low) / Math.max(1, high - low)) * HEIGHT;
  const line = shares.map((share, n) => `${n ? 'L' : 'M'}${x(n).toFixed(1)} ${y(share).toFixed(1)}`).join('');
  const day = (at: Day | undefined): string =>
    at ? format.dateTime(new Date(at.day), { day: 'numeric', month: 'short', timeZone: 'UTC' }) : '';
  const [start, last] = [days?.[0], days?.at(-1)];
  return (
    <div className="trend">
      <h2>
        {t('readiness')} <small>{t('history')}</small>
      </h2>
      {days && shares.length < 2 && <p className="quiet">{t('historyBegins')}</p>}
      {shares.length > 1 && start && last && (
        <figure>
          <svg
            viewBox={`-4 -6 ${WIDTH + 8} ${HEIGHT + 12}`}
            role="img"
            aria-label={t('historyTold', {
              first: Math.round(shares[0] as number),
              start: day(start),
              last: Math.round(shares.at(-1) as number),
            })}
          >
            <path className="area" d={`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} />
            <path className="line" d={line} />
            <circle cx={WIDTH} cy={y(shares.at(-1) as number)} r={3} />
          </svg>
          <figcaption aria-hidden>
            <span>{day(start)}</span>
            <span>{day(last)}</span>
          </figcaption>
          <ol aria-hidden>
            <li>{high} %</li>
            <li>{low} %</li>
          </ol>
        </figure>
      )}
    </div>
  );
}
