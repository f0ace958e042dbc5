import { Button, NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { useAsked } from '../parts/asked.ts';
import { Head } from '../parts/head.tsx';
import { useTags } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Search } from '../parts/search.tsx';
import { PERIODS, periodOf, type Rank, SORTS, useRanking } from './data.ts';
import { Opened } from './opened.tsx';
import { Ranking } from './ranking.tsx';
import './driving.css';

/** How long typing pauses before the ranking is asked for anew, in milliseconds. */
const PAUSE = 250;

/** Who drives how well, and better or worse than in the period before. */
export default function Driving() {
  const t = useTranslations('driving');
  const format = useFormatter();
  const { of: said, ask } = useAsked();
  const { data: tags } = useTags();
  // The moment at which the page was opened: a page that stays open does not move its period under the reader.
  const [now] = useState(() => Date.now());
  const days = PERIODS.find((each) => String(each) === said('period')) ?? 28;
  const period = periodOf(days, now);
  const type: Rank['type'] = said('of') === 'vehicle' ? 'vehicle' : 'driver';
  const sort = SORTS.find((each) => each === said('sort')) ?? 'worst';
  const [search] = useDebouncedValue(said('q').trim(), PAUSE);
  const { rows, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useRanking({
    type,
    period,
    tag: said('tag'),
    search,
    sort,
  });
  const opened = said('open');
  const isNarrowed = said('q') !== '' || said('tag') !== '';
  const last = new Date(Date.parse(period.endTime) - 1);
  return (
    <>
      <Head title={t('title')}>
        <span className="quiet wide">
          {t('until', {
            day: format.dateTime(last, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
            days,
          })}
        </span>
        <div className="actions">
          <Button
            component={Link}
            to="/driving/settings"
            className="quiet-button"
            leftSection={<IconAdjustments size={14} stroke={1.8} />}
          >
            {t('settings')}
          </Button>
        </div>
      </Head>
      <search className="filters">
        <Search label={t('find')} />
        <NativeSelect
          aria-label={t('of')}
          value={type}
          onChange={(event) => ask({ of: event.currentTarget.value.replace('driver', ''), open: '' })}
          data={(['driver', 'vehicle'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <NativeSelect
          aria-label={t('period')}
          value={String(days)}
          onChange={(event) => ask({ period: event.currentTarget.value })}
          data={PERIODS.map((value) => ({ value: String(value), label: t('days', { days: value }) }))}
        />
        <NativeSelect
          aria-label={t('tag')}
          value={said('tag')}
          onChange={(event) => ask({ tag: event.currentTarget.value })}
          data={[
            { value: '', label: t('everybody') },
            ...(tags ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <NativeSelect
          aria-label={t('sort')}
          value={sort}
          onChange={(event) => ask({ sort: event.currentTarget.value })}
          data={SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
        />
      </search>
      <main className="matrix">
        {error && !rows && <Problem error={error} again={refetch} />}
        {rows?.length === 0 && (
          <div className="empty">
            {isNarrowed ? (
              <>
                <p>{t('none')}</p>
                <Button className="quiet-button" onClick={() => ask({ q: '', tag: '' })}>
                  {t('clear')}
                </Button>
              </>
            ) : (
              <>
                <strong>{t('nothing')}</strong>
                <p>{t('nothingTold')}</p>
                <a href="/docs">{t('read')}</a>
              </>
            )}
          </div>
        )}
        {rows && rows.length > 0 && (
          <Ranking
            rows={rows}
            opened={opened}
            open={(id) => ask({ open: id }, true)}
            more={hasNextPage && !isFetchingNextPage ? fetchNextPage : undefined}
          />
        )}
        {opened && (
          <Opened
            key={opened}
            id={opened}
            row={rows?.find(({ id }) => id === opened)}
            period={period}
            close={() => ask({ open: '' })}
          />
        )}
      </main>
    </>
  );
}
