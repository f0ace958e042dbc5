import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { Problem } from '../parts/problem.tsx';
import { When } from '../parts/when.tsx';

const PAGE = 25;

/** What happened to them, from the ledger, the latest first. */
export function Timeline({ id }: { id: string }) {
  const t = useTranslations('person');
  const p = useTranslations('parts');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['person', id, 'timeline'],
    queryFn: ({ signal, pageParam }) =>
      crew.subjects.timeline({ id, limit: PAGE, ...(pageParam && { after: pageParam }) }, { signal }).raw(),
    initialPageParam: '',
    getNextPageParam: ({ data: page }) => (page.hasNextPage ? page.endCursor : undefined),
    placeholderData: undefined,
  });
  const entries = data?.pages.flatMap((page) => page.data.data) ?? [];
  return (
    <section className="card timeline" aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline')}</h2>
      {error && !data && <Problem error={error} again={refetch} />}
      {data && entries.length === 0 && <p className="nothing">{t('noTimeline')}</p>}
      <ol className="because">
        {entries.map(({ seq, resource, id: object, at, text, actorName, operation }) => (
          <li key={`${seq} ${resource} ${object} ${operation}`}>
            {text}
            <small>
              <When time={at} />
              {actorName && ` · ${actorName}`}
            </small>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button className="quiet-button" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {p('more')}
        </Button>
      )}
    </section>
  );
}
