import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { crew } from '../api.ts';

/** Weeks that are drawn stronger: they are near. */
const NEAR = 2;

/** How much of what is met lapses, week by week. */
export function Lapses({ tagIds }: { tagIds: string[] }) {
  const t = useTranslations('home');
  const format = useFormatter();
  const { data } = useQuery({
    queryKey: ['readiness', 'lapses', tagIds],
    queryFn: ({ signal }) => crew.readiness.getLapses({ tagIds }, { signal }),
    refetchInterval: 60_000,
  });
  if (!data) return null;
  const most = Math.max(1, ...data.map(({ count }) => count));
  const dayOf = (day: string): string =>
    format.dateTime(new Date(day), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <section className="card lapses" aria-labelledby="lapses">
      <h2 id="lapses">{t('lapses', { weeks: data.length })}</h2>
      <ol>
        {data.map(({ day, count }, n) => (
          <li key={day} data-near={n < NEAR || undefined}>
            <b>{format.number(count)}</b>
            <i style={{ height: `${Math.round((count / most) * 78)}px` }} aria-hidden />
            <small>
              <span className="hidden">{dayOf(day)}</span>
              <span aria-hidden>
                {n === 0 || new Date(day).getUTCDate() <= 7 ? dayOf(day) : new Date(day).getUTCDate()}
              </span>
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
