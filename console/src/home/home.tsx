import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { crew, type Session } from '../api.ts';
import { AssignButton } from '../assign/button.tsx';
import { useAsked } from '../parts/asked.ts';
import { Head } from '../parts/head.tsx';
import { useTags } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Sign, StatusBar } from '../parts/status.tsx';
import { page } from '../words/page.tsx';
import { AttentionList } from './attention.tsx';
import './home.css';
import { Lapses } from './lapses.tsx';
import { Trend, useHistory } from './trend.tsx';

const JustNow = page('ledger', () => import('../ledger/just-now.tsx'));

/** What has to be done today, and how ready everybody is. */
export default function Home({ session }: { session: Session }) {
  const t = useTranslations('home');
  const format = useFormatter();
  const { of: said, ask } = useAsked();
  const tag = said('tag');
  const tagIds = tag ? [tag] : [];
  const { data: tags } = useTags();
  const { data, error, refetch } = useQuery({
    queryKey: ['readiness', tag],
    queryFn: ({ signal }) => crew.readiness.get({ tagIds }, { signal }),
    refetchInterval: 30_000,
  });
  const today = format.dateTime(new Date(), { dateStyle: 'full', timeZone: session.timeZone });
  return (
    <>
      <Head title={t('title')}>
        {tags && tags.length > 0 && (
          <NativeSelect
            className="depot"
            aria-label={t('tag')}
            value={tag}
            onChange={(event) => ask({ tag: event.currentTarget.value })}
            data={[
              { value: '', label: t('everybody') },
              ...tags.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <span className="quiet">{today}</span>
        <div className="actions">
          <ActionIcon className="icon-button wide" aria-label={t('print')} onClick={() => print()}>
            <IconPrinter size={17} stroke={1.6} />
          </ActionIcon>
          <AssignButton />
        </div>
      </Head>
      <main className="body home">
        {error && !data && <Problem error={error} again={refetch} />}
        {data && data.requirements.length === 0 && <NothingYet />}
        {data && data.requirements.length > 0 && (
          <>
            <Readiness readiness={data} isWhole={tag === ''} />
            <AttentionList tagIds={tagIds} />
            <aside>
              <Lapses tagIds={tagIds} />
              <Least title={t('byTag')} rows={data.tags} />
              <Least title={t('byRequirement')} rows={data.requirements} />
              {session.tagIds === undefined && (
                <Suspense>
                  <JustNow />
                </Suspense>
              )}
            </aside>
          </>
        )}
      </main>
    </>
  );
}

type Figures = Awaited<ReturnType<typeof crew.readiness.get>>;

const percent = (share: number | null): number => Math.floor((share ?? 1) * 1000) / 10;

/** The days before are known of everybody alone. */
function Readiness({ readiness, isWhole }: { readiness: Figures; isWhole: boolean }) {
  const t = useTranslations('home');
  const s = useTranslations('status');
  const format = useFormatter();
  const history = useHistory();
  const days = isWhole ? history : undefined;
  const { share, needed, counts, overdue } = readiness;
  const [first] = days ?? [];
  const points =
    first?.share == null || (days ?? []).length < 2
      ? undefined
      : Math.round((percent(share) - percent(first.share)) * 10) / 10;
  return (
    <section className="card readiness" aria-labelledby="readiness">
      <div>
        <h2 id="readiness">{t('readiness')}</h2>
        <p className="figure">
          <strong>{format.number(percent(share), { minimumFractionDigits: 1 })}</strong>
          <span>%</span>
          {first && points !== undefined && (
            <small className={points < 0 ? 'worse' : 'better'}>
              {points < 0 ? '↘' : '↗'}{' '}
              {t('since', {
                points: Math.abs(points),
                day: format.dateTime(new Date(first.day), { day: 'numeric', month: 'long', timeZone: 'UTC' }),
              })}
            </small>
          )}
        </p>
        <StatusBar counts={counts} />
        <dl className="counts">
          {(['current', 'expiring', 'expired', 'missing'] as const).map((status) => (
            <div key={status}>
              <dt>
                <Sign status={status} /> {s(status)}
              </dt>
              <dd>
                {format.number(counts[status] ?? 0)}
                <small>
                  {status === 'current' && t('ofNeeded', { count: needed })}
                  {status === 'missing' && t('overdue', { count: overdue })}
                </small>
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {isWhole && <Trend days={days} />}
    </section>
  );
}

/** Those of whom least is met, first. */
function Least({ title, rows }: { title: string; rows: Figures['tags'] | Figures['requirements'] }) {
  const t = useTranslations('home');
  const format = useFormatter();
  const least = [...rows]
    .filter(({ needed }) => needed > 0)
    .sort((a, b) => (a.share ?? 1) - (b.share ?? 1))
    .slice(0, 6);
  if (least.length === 0) return null;
  return (
    <section className="card least">
      <h2>{title}</h2>
      <ul>
        {least.map(({ id, name, needed, share, counts }) => (
          <li key={id}>
            <span>
              <strong>{name}</strong>
              <small>{t('people', { needed })}</small>
            </span>
            <StatusBar counts={counts} />
            <b>{format.number(percent(share), { minimumFractionDigits: 1 })} %</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NothingYet() {
  const t = useTranslations('home');
  return (
    <div className="empty">
      <strong>{t('noneTitle')}</strong>
      <p>{t('noneText')}</p>
      <a href="/docs">{t('noneLink')}</a>
    </div>
  );
}
