import { useQuery } from '@tanstack/react-query';
import { useNow, useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { useAsked } from '../parts/asked.ts';
import { When } from '../parts/when.tsx';
import type { PaperRecord } from './data.ts';
import { StandingBadge, standingOf } from './standing.tsx';

/** Entries of an owner's story that are looked through for those of one record. */
const MOST = 512;

/** The others of its type that its owner has had, and what happened to this one. */
export function History({ record }: { record: PaperRecord }) {
  const t = useTranslations('papers');
  const now = useNow().getTime();
  const { ask } = useAsked();
  const { id, owner, qualificationType: type } = record;
  const { data: all } = useQuery({
    queryKey: ['records', 'chain', owner.id, type.id],
    queryFn: async ({ signal }) =>
      (
        await crew.qualificationRecords.list(
          {
            ownerIds: [owner.id],
            qualificationTypeIds: [type.id],
            statuses: ['active', 'archived'],
            sort: 'newest',
          },
          { signal },
        )
      ).data,
    placeholderData: undefined,
  });
  const { data: entries } = useQuery({
    queryKey: ['records', 'timeline', id],
    queryFn: async ({ signal }) =>
      (
        await crew.subjects.timeline(
          { id: owner.id, resources: ['qualificationRecord'], limit: MOST },
          { signal },
        )
      ).data.filter((entry) => entry.id === id),
    placeholderData: undefined,
  });
  return (
    <>
      {all && all.length > 1 && (
        <section aria-labelledby="chain">
          <h3 id="chain">{t('chain')}</h3>
          <ol className="chain">
            {all.map(({ record: each }) => (
              <li key={each.id}>
                <button
                  type="button"
                  className="link"
                  aria-current={each.id === id || undefined}
                  disabled={each.id === id}
                  onClick={() => ask({ open: each.id, as: '' }, true)}
                >
                  <When time={each.issueDate} />
                  {each.expirationDate && (
                    <>
                      {' – '}
                      <When time={each.expirationDate} />
                    </>
                  )}
                </button>
                {each.recordStatus === 'archived' ? (
                  <span className="badge">{t('archived')}</span>
                ) : (
                  <StandingBadge of={standingOf(each, now)} />
                )}
                {each.supersedesId === id && <small>{t('renewsThis')}</small>}
                {record.supersedesId === each.id && <small>{t('renewedByThis')}</small>}
              </li>
            ))}
          </ol>
        </section>
      )}
      {entries && entries.length > 0 && (
        <section aria-labelledby="happened">
          <h3 id="happened">{t('happened')}</h3>
          <ol className="because">
            {entries.map(({ seq, at, text, actorName }) => (
              <li key={seq}>
                {text}
                <small>
                  <When time={at} />
                  {actorName && ` · ${actorName}`}
                </small>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
