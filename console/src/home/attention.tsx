import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { Initials } from '../parts/initials.tsx';
import { Problem } from '../parts/problem.tsx';
import { Sign, type StatusName } from '../parts/status.tsx';
import { When } from '../parts/when.tsx';

const GROUPS = {
  blocked: { name: 'blocked', told: 'blockedTold', sign: 'expired' },
  overdue: { name: 'overdueGroup', told: 'overdueTold', sign: 'expired' },
  expired: { name: 'expired', told: 'expiredTold', sign: 'expired', papers: 'lapsed' },
  dueThisWeek: { name: 'dueThisWeek', told: 'dueThisWeekTold', sign: 'expiring' },
  expiring: { name: 'expiring', told: 'expiringTold', sign: 'expiring', papers: 'expiring' },
} as const satisfies Record<string, { name: string; told: string; sign: StatusName; papers?: string }>;

/** What to do, grouped by what it costs not to do it. */
export function AttentionList({ tagIds }: { tagIds: string[] }) {
  const t = useTranslations('home');
  const format = useFormatter();
  const { data, error, refetch } = useQuery({
    queryKey: ['attention', tagIds],
    queryFn: ({ signal }) => crew.attention.get({ tagIds }, { signal }),
    refetchInterval: 30_000,
  });
  const groups = data?.groups.filter(({ count }) => count > 0) ?? [];
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="card attention" aria-labelledby="attention">
      <h2 id="attention">
        {t('attention')} {data && <span className="pill">{format.number(total)}</span>}
      </h2>
      {error && !data && <Problem error={error} again={refetch} />}
      {data && total === 0 && <p className="nothing">{t('nothing')}</p>}
      {groups.map(({ kind, count, items }) => {
        const group = GROUPS[kind];
        const { name, told, sign } = group;
        return (
          <div key={kind} className="group">
            <h3>
              <Sign status={sign} />
              {t(name)} <b>{format.number(count)}</b> <small>{t(told)}</small>
              {'papers' in group && (
                <Link to={`/qualifications/records?state=${group.papers}`}>{t(`${group.papers}Papers`)}</Link>
              )}
            </h3>
            <ul>
              {items.map((item) => (
                <li key={`${item.subject.id} ${item.requirement.id}`}>
                  <Link to={`/matrix/${item.subject.id}/${item.requirement.id}`}>
                    <Initials name={item.subject.name} />
                    <strong>{item.subject.name}</strong>
                    <span>{item.requirement.name}</span>
                    <small>{item.isInHand && t('inHand')}</small>
                    {item.dueAt && <When time={item.dueAt} className={sign} />}
                  </Link>
                </li>
              ))}
            </ul>
            {count > items.length && <p className="more">{t('more', { count: count - items.length })}</p>}
          </div>
        );
      })}
    </section>
  );
}
