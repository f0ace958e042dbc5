import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { Side } from '../parts/side.tsx';
import { type Entry, thingOf } from './data.ts';

/** The page that shows an object, where there is one. */
const PAGES: Record<string, (id: string) => string> = {
  driver: (id) => `/person/${id}`,
  user: (id) => `/person/${id}`,
  vehicle: (id) => `/person/${id}`,
  requirement: (id) => `/rules/${id}`,
  qualificationRecord: (id) => `/qualifications/records?open=${id}`,
  qualificationType: (id) => `/qualifications/types?open=${id}`,
  trainingCourse: (id) => `/training/courses?open=${id}`,
  reportConfig: (id) => `/reports/${id}`,
};

/** One entry: who, when, by which request, what it changed, and the hash that the next one holds. */
export function EntrySide({
  of: { seq, at, actor, actorName, requestId, hash, changes, changeCount },
  close,
  only,
}: {
  of: Entry;
  close(): void;
  only(actor: string): void;
}) {
  const t = useTranslations('ledger.audit');
  const things = useTranslations('ledger.things');
  const format = useFormatter();
  return (
    <Side title={t('entry', { seq })} close={close}>
      <div className="side-body entry">
        <dl>
          <dt>{t('when')}</dt>
          <dd>{format.dateTime(new Date(at), { dateStyle: 'full', timeStyle: 'long' })}</dd>
          <dt>{t('by')}</dt>
          <dd>
            {actorName ?? actor}{' '}
            <Button className="quiet-button" size="compact-sm" onClick={() => only(actor)}>
              {t('onlyBy')}
            </Button>
          </dd>
          <dt>{t('request')}</dt>
          <dd className="mono">{requestId}</dd>
          <dt>{t('hash')}</dt>
          <dd className="mono">{hash}</dd>
        </dl>
        <ul>
          {changes.map(({ resource, id, operation, isErased }) => {
            const to = operation === 'delete' ? undefined : PAGES[resource]?.(id);
            return (
              <li key={`${resource} ${id}`}>
                <span>
                  {things(thingOf(resource))} · {t('operation', { operation })}
                  {isErased && ` · ${t('erased')}`}
                </span>
                {to ? (
                  <Link className="mono" to={to}>
                    {id}
                  </Link>
                ) : (
                  <span className="mono">{id}</span>
                )}
              </li>
            );
          })}
        </ul>
        {changeCount > changes.length && (
          <p className="quiet">{t('more', { count: changeCount - changes.length })}</p>
        )}
      </div>
    </Side>
  );
}
