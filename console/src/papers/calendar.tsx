import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { crew, useSession } from '../api.ts';
import '../directory/directory.css';
import { useAsked } from '../parts/asked.ts';
import { Head } from '../parts/head.tsx';
import { useTags } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Sign } from '../parts/status.tsx';
import './calendar.css';
import { useCount, useTypes } from './data.ts';
import { type Month, monthsOf } from './months.ts';
import { PaperTabs } from './tabs.tsx';

const DAY = 86_400_000;
const HORIZONS = [30, 60, 90] as const;
const DAYS = 364;

/** Some days from now to the minute, so that the same is not asked again and again. */
const minute = (days: number): string =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * DAY).toISOString();

/** Parameters of the records that a figure counts. */
type Narrowed = Record<'type' | 'tag', string>;

const listOf = (narrowed: Narrowed, more: Record<string, string>): string =>
  `/qualifications/records?${new URLSearchParams(
    Object.entries({ ...narrowed, ...more }).filter(([, value]) => value),
  )}`;

/** What lapses when: three horizons, and a year of weeks with what expires in each. */
export default function Calendar() {
  const t = useTranslations('papers');
  const format = useFormatter();
  const { of: said, ask } = useAsked();
  const { data: tags } = useTags();
  const { data: types } = useTypes();
  const zone = useSession().data?.timeZone ?? 'UTC';
  const today = new Date().toLocaleDateString('sv', { timeZone: zone });
  const [type, tag] = [said('type'), said('tag')];
  const { data, error, refetch } = useQuery({
    queryKey: ['records', 'expirations', today, type, tag],
    queryFn: ({ signal }) =>
      crew.expirations.get(
        {
          startTime: minute(0),
          endTime: minute(DAYS),
          ...(type && { qualificationTypeIds: [type] }),
          ...(tag && { tagIds: [tag] }),
        },
        { signal },
      ),
  });
  const total = data?.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <Head title={t('calendar.title')}>
        <PaperTabs />
        {total !== undefined && <span className="pill">{format.number(total)}</span>}
      </Head>
      <search className="filters">
        <NativeSelect
          aria-label={t('type')}
          value={type}
          onChange={(event) => ask({ type: event.currentTarget.value })}
          data={[
            { value: '', label: t('allTypes') },
            ...(types ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <NativeSelect
          aria-label={t('tag')}
          value={tag}
          onChange={(event) => ask({ tag: event.currentTarget.value })}
          data={[
            { value: '', label: t('allTags') },
            ...(tags ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </search>
      <main className="body calendar">
        {error && !data && <Problem error={error} again={refetch} />}
        <ul className="card horizons" aria-label={t('calendar.horizons')}>
          <Lapsed narrowed={{ type, tag }} />
          {HORIZONS.map((days) => (
            <Horizon key={days} days={days} narrowed={{ type, tag }} />
          ))}
        </ul>
        {data && total === 0 && (
          <div className="empty">
            <p>{t('calendar.nothing')}</p>
            <Link to="/qualifications/records?open=new">{t('record')}</Link>
          </div>
        )}
        {data && total !== 0 && (
          <div className="months">
            {monthsOf(data, today, DAYS).map((month) => (
              <MonthCard key={month.month} month={month} narrowed={{ type, tag }} />
            ))}
          </div>
        )}
      </main>
    </>
  );
}

function Lapsed({ narrowed }: { narrowed: Narrowed }) {
  const t = useTranslations('papers');
  const format = useFormatter();
  const { data } = useCount({ ...narrowed, state: 'lapsed' });
  return (
    <li>
      <Link to={listOf(narrowed, { state: 'lapsed' })}>
        <span>
          <Sign status="expired" /> {t('calendar.lapsed')}
        </span>
        <b>{data !== undefined && format.number(data)}</b>
      </Link>
    </li>
  );
}

function Horizon({ days, narrowed }: { days: number; narrowed: Narrowed }) {
  const t = useTranslations('papers');
  const format = useFormatter();
  const [from, until] = [minute(0), minute(days)];
  const { data } = useCount({ ...narrowed, from, until });
  return (
    <li>
      <Link to={listOf(narrowed, { from, until })}>
        <span>
          <Sign status="expiring" /> {t('calendar.within', { count: days })}
        </span>
        <b>{data !== undefined && format.number(data)}</b>
      </Link>
    </li>
  );
}

function MonthCard({ month: { month, count, weeks, most }, narrowed }: { month: Month; narrowed: Narrowed }) {
  // Of the present week, what is still to come.
  const since = minute(0);
  const t = useTranslations('papers');
  const format = useFormatter();
  const name = format.dateTime(new Date(`${month}-15T00:00:00Z`), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const day = (text: string): string =>
    format.dateTime(new Date(`${text}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (
    <section className="card" aria-label={name}>
      <h2>
        {name} <b>{format.number(count)}</b>
      </h2>
      <ul>
        {weeks.map((week) => {
          const line = (
            <>
              <span>{t('calendar.week', { first: day(week.first), last: day(week.last) })}</span>
              <i style={{ width: `${(100 * week.count) / most}%` }} aria-hidden />
              <b>{week.count > 0 && format.number(week.count)}</b>
            </>
          );
          return (
            <li key={week.first}>
              {week.count > 0 ? (
                <Link
                  to={listOf(narrowed, {
                    from: since > week.startTime ? since : week.startTime,
                    until: week.endTime,
                  })}
                >
                  {line}
                </Link>
              ) : (
                <span className="week">{line}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
