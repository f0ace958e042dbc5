import { useNow, useTranslations } from 'use-intl';
import { StatusBadge } from '../parts/status.tsx';
import { When } from '../parts/when.tsx';
import type { QualificationRecord } from './data.ts';
import { FieldValue, Photos, photosOf } from './field.tsx';

/** Qualification records with all that they say, and their photos in place. */
export function Papers({ records }: { records: readonly QualificationRecord[] | undefined }) {
  const t = useTranslations('person');
  if (!records) return null;
  return (
    <section className="card" aria-labelledby="papers">
      <h2 id="papers">
        {t('papers')} {records.length > 0 && <span className="pill">{records.length}</span>}
      </h2>
      {records.length === 0 ? (
        <p className="nothing">{t('noPapers')}</p>
      ) : (
        <ul className="papers">
          {records.map((record) => (
            <Paper key={record.id} record={record} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Paper({ record }: { record: QualificationRecord }) {
  const t = useTranslations('person');
  const now = useNow().toISOString();
  const { qualificationType, issueDate, expirationDate, fields, recordStatus } = record;
  const photos = fields.flatMap(photosOf);
  return (
    <li>
      <div className="paper">
        <h3>
          {qualificationType.name}{' '}
          {expirationDate !== undefined && (
            <StatusBadge status={expirationDate <= now ? 'expired' : 'current'} />
          )}
          {recordStatus !== 'active' && <span className="pill">{t('archived')}</span>}
        </h3>
        <dl className="facts">
          <dt>{t('issued')}</dt>
          <dd>
            <When time={issueDate} />
          </dd>
          {expirationDate && (
            <>
              <dt>{t('expires')}</dt>
              <dd>
                <When time={expirationDate} />
              </dd>
            </>
          )}
          {fields.map((field) => (
            <FieldValue key={field.id} field={field} />
          ))}
        </dl>
      </div>
      {photos.length > 0 && <Photos photos={photos} name={qualificationType.name} />}
    </li>
  );
}
