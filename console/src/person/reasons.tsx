import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { Problem } from '../parts/problem.tsx';
import { Side } from '../parts/side.tsx';
import { StatusBadge } from '../parts/status.tsx';
import { When } from '../parts/when.tsx';

interface Props {
  subjectId: string;
  requirementId: string;
  name: string | undefined;
  close(): void;
}

/** What a requirement says of somebody, and every fact that it follows from, beside the list that it was opened from. */
export function Reasons({ subjectId, requirementId, name, close }: Props) {
  const t = useTranslations('matrix');
  const s = useTranslations('status');
  const { data, error, refetch } = useQuery({
    queryKey: ['explain', subjectId, requirementId],
    queryFn: ({ signal }) => crew.requirementStatuses.explain({ subjectId, requirementId }, { signal }),
    placeholderData: undefined,
  });
  return (
    <Side over={data?.requirement.name ?? '…'} title={name ?? subjectId} close={close}>
      {error && <Problem error={error} again={refetch} />}
      {data && (
        <div className="side-body">
          <p className="badges">
            <StatusBadge status={data.status} isOverdue={data.isOverdue} />
            {data.isInHand && <span className="badge in-hand">{s('inHand')}</span>}
          </p>
          <dl className="facts">
            <dt>{t('since')}</dt>
            <dd>
              <When time={data.since} />
            </dd>
            {data.until && (
              <>
                <dt>{t('until')}</dt>
                <dd>
                  <When time={data.until} />
                </dd>
              </>
            )}
            {data.dueAt && data.dueAt !== data.until && (
              <>
                <dt>{t('due')}</dt>
                <dd>
                  <When time={data.dueAt} />
                </dd>
              </>
            )}
          </dl>
          <h3>{t('why')}</h3>
          <ol className="because">
            {data.because.map((fact) => (
              <li key={`${fact.fact} ${fact.id ?? ''} ${fact.text}`}>
                {fact.resource === 'qualificationRecord' && fact.id ? (
                  <Link to={`/qualifications/records?open=${fact.id}`}>{fact.text}</Link>
                ) : (
                  fact.text
                )}
                {fact.citation && <small>{fact.citation}</small>}
              </li>
            ))}
          </ol>
          <Link className="open" to={`/person/${subjectId}`}>
            {t('open')}
          </Link>
        </div>
      )}
    </Side>
  );
}
