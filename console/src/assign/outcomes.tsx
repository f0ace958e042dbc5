import { useTranslations } from 'use-intl';
import { Sign } from '../parts/status.tsx';
import { When } from '../parts/when.tsx';
import type { Outcome } from './send.ts';

/** Before it is done: how many get it, and who has it already. */
export function Preview({ outcomes }: { outcomes: readonly Outcome[] }) {
  const t = useTranslations('assign');
  const had = outcomes.filter((each) => each.had);
  const refused = outcomes.filter((each) => each.refused);
  return (
    <div className="preview" role="status">
      <p>
        <strong>{t('will', { count: outcomes.length - had.length - refused.length })}</strong>{' '}
        {had.length > 0 && t('haveIt', { count: had.length })}
      </p>
      {had.length > 0 && <List outcomes={had} />}
      {refused.length > 0 && <p className="refused">{refused[0]?.refused}</p>}
    </div>
  );
}

/** After it was done: what became of each. */
export function Results({ outcomes }: { outcomes: readonly Outcome[] }) {
  const t = useTranslations('assign');
  const count = outcomes.filter((each) => !each.had && !each.refused).length;
  return (
    <div role="status">
      <strong>{t('done', { count })}</strong>
      <List outcomes={outcomes} />
    </div>
  );
}

function List({ outcomes }: { outcomes: readonly Outcome[] }) {
  const t = useTranslations('assign');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with keys
    <ul className="results" tabIndex={0} aria-label={t('each')}>
      {outcomes.map(({ learner, had, refused, dueAtTime }) => (
        <li key={learner.id}>
          <Sign status={refused ? 'expired' : had ? 'notNeeded' : 'current'} />
          {learner.name}
          <span>
            {refused ?? t(had ? 'had' : 'assigned')}
            {!refused && dueAtTime && (
              <>
                {', '}
                {t('due').toLocaleLowerCase()} <When time={dueAtTime} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
