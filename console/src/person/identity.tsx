import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import { Initials } from '../parts/initials.tsx';
import type { Summary } from './data.ts';

/** Who it is: kind, tags, and what other systems call it. */
export function Identity({ summary }: { summary: Summary }) {
  const t = useTranslations('person');
  const k = useTranslations('kinds');
  const { name, type, status, tags, username, email, vin, timeZone, externalIds, staticPartner } = summary;
  const facts: [string, string | undefined][] = [
    [t('username'), username],
    [t('email'), email],
    [t('vin'), vin],
    ...Object.entries(externalIds),
    [t('timeZone'), type === 'vehicle' ? undefined : timeZone],
  ];
  return (
    <section className="card identity" aria-label={t('who')}>
      <Initials name={name} />
      <div>
        <p className="who">
          <strong>{name}</strong>
          <span className="quiet">{k(type)}</span>
          {status !== 'active' && <span className="pill">{k(status)}</span>}
        </p>
        {tags.length > 0 && (
          <ul className="tags" aria-label={t('tags')}>
            {tags.map((tag) => (
              <li key={tag.id} className="pill">
                {tag.name}
              </li>
            ))}
          </ul>
        )}
      </div>
      <dl>
        {facts.map(([label, value]) =>
          value ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
        {staticPartner && (
          <div>
            <dt>{t(staticPartner.type === 'vehicle' ? 'vehicle' : 'driver')}</dt>
            <dd>
              <Link to={`/person/${staticPartner.id}`}>{staticPartner.name}</Link>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
