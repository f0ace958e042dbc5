import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { When } from '../parts/when.tsx';
import './ledger.css';
import { thingOf, useVerified } from './data.ts';

const ASKED = 60;
const SHOWN = 6;
/** What follows from other entries, or concerns nobody else. */
const QUIET = ['requirementStatus', 'session', 'signInCode', 'ledgerVerification'];

/** The last entries of the ledger, and when all of it was last found whole. */
export default function JustNow() {
  const t = useTranslations('ledger');
  const { data } = useQuery({
    queryKey: ['ledger', 'tail'],
    queryFn: async ({ signal }) => (await crew.ledger.list({ limit: ASKED }, { signal })).data,
    refetchInterval: 30_000,
  });
  const told = data?.filter(({ changes: [first] }) => first && !QUIET.includes(first.resource)) ?? [];
  if (told.length === 0) return null;
  return (
    <section className="card just-now" aria-labelledby="just-now">
      <header>
        <h2 id="just-now">{t('title')}</h2>
        <Verified />
      </header>
      <ol>
        {told.slice(0, SHOWN).map(({ seq, at, actor, actorName, changeCount, changes: [first] }) => (
          <li key={seq}>
            <span>
              <strong>{actorName ?? actor}</strong>{' '}
              {t('told', {
                operation: first?.operation ?? '',
                thing: t(`things.${thingOf(first?.resource)}`),
                count: changeCount,
              })}
            </span>
            <When time={at} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** When the last verification found the ledger whole. */
function Verified() {
  const t = useTranslations('ledger');
  const { data } = useVerified();
  if (!data?.result?.isWhole || !data.completedAtTime) return null;
  return (
    <small>
      <IconShieldCheck size={14} stroke={1.8} aria-hidden /> {t('verified')}{' '}
      <When time={data.completedAtTime} />
    </small>
  );
}
