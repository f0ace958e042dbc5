import { Link } from 'react-router';
import { useNow, useTranslations } from 'use-intl';
import { useMayWrite } from '../parts/known.ts';
import { StatusBadge } from '../parts/status.tsx';
import { When } from '../parts/when.tsx';
import type { QualificationRecord } from './data.ts';
import { FieldValue, Photos, photosOf } from './field.tsx';

/** Qualification records with all that they say, and their photos in place. */
export function Papers({
  of,
  records,
}: {
  /** Whose they are. */
  of: string;
  records: readonly QualificationRecord[] | undefined;
}) {
  const t = useTranslations('person');
  const mayWrite = useMayWrite();
  if (!records) return null;
  return (
    <section className="card" aria-labelledby="papers">
      <h2 id="papers">
        {t('papers')} {records.length > 0 && <span className="pill">{records.length}</span>}
        <span className="paper-links">
          {records.length > 0 && <Link to={`/qualifications/records?owner=${of}`}>{t('allPapers')}</Link>}
          {mayWrite && <Link to={`/qualifications/records?open=new&owner=${of}`}>{t('recordPaper')}</Link>}
        </span>
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
          <Link to={`/qualifications/records?open=${record.id}`}>{qualificationType.name}</Link>{' '}
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
