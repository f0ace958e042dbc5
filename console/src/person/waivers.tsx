import { useTranslations } from 'use-intl';
import { When } from '../parts/when.tsx';
import type { Summary } from './data.ts';

/** What they are excused from, why and until when. */
export function Waivers({ summary: { waivers, requirements } }: { summary: Summary }) {
  const t = useTranslations('person');
  if (waivers.length === 0) return null;
  const names = new Map(requirements.map(({ requirement }) => [requirement.id, requirement.name]));
  return (
    <section className="card" aria-labelledby="waivers">
      <h2 id="waivers">
        {t('waivers')} <span className="pill">{waivers.length}</span>
      </h2>
      <ul className="lines">
        {waivers.map(({ id, requirementId, reason, from, until }) => (
          <li key={id}>
            <strong>{names.get(requirementId) ?? requirementId}</strong>
            <span>{reason}</span>
            <span className="quiet">
              <When time={from} /> – {until ? <When time={until} /> : t('noEnd')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What happened to them that requirements may follow from. */
export function Occurrences({ occurrences }: { occurrences: Summary['occurrences'] }) {
  const t = useTranslations('person');
  if (occurrences.length === 0) return null;
  return (
    <section className="card" aria-labelledby="occurrences">
      <h2 id="occurrences">
        {t('occurrences')} <span className="pill">{occurrences.length}</span>
      </h2>
      <ul className="lines">
        {occurrences.map(({ id, type, at, details }) => (
          <li key={id}>
            <strong>{type}</strong>
            <span>
              {Object.entries(details as Record<string, unknown>)
                .map(
                  ([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`,
                )
                .join(' · ')}
            </span>
            <When time={at} className="quiet" />
          </li>
        ))}
      </ul>
    </section>
  );
}
