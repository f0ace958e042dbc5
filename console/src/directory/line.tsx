import { useTranslations } from 'use-intl';
import { Initials } from '../parts/initials.tsx';
import { Sign, type StatusName } from '../parts/status.tsx';
import type { Subject } from './data.ts';

const worstOf = ({ needed, expired, missing, expiring }: Subject['requirements']): StatusName =>
  expired ? 'expired' : missing ? 'missing' : expiring ? 'expiring' : needed ? 'current' : 'notNeeded';

/** A person or vehicle in the list. */
export function Line({ row: { name, type, status, tags, requirements } }: { row: Subject }) {
  const t = useTranslations('directory');
  const k = useTranslations('kinds');
  const s = useTranslations('status');
  const { met, needed, overdue } = requirements;
  const worst = worstOf(requirements);
  return (
    <>
      <Initials name={name} />
      <strong>{name}</strong>
      <span className="kind">
        {type === 'user' && k(type)}
        {status === 'deactivated' && <span className="pill">{k(status)}</span>}
      </span>
      <span className="in">{tags.map((tag) => tag.name).join(', ')}</span>
      <span className={`worst ${worst}`}>
        <Sign status={worst} /> {overdue > 0 ? t('overdue', { count: overdue }) : s(worst)}
      </span>
      <span className="met">
        {needed > 0 && (
          <>
            <b>{met}</b>/{needed}
          </>
        )}
      </span>
    </>
  );
}
