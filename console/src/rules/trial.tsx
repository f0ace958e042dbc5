import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { crew, toldOf } from '../api.ts';
import { Sign, STATUSES, StatusBadge } from '../parts/status.tsx';
import type { Body } from './rule.ts';

/** Changes that are shown at a time. */
const SHOWN = 50;

type Asked = Body & { id?: string };

const read = async (asked: Asked, after?: string) => {
  const page = await crew.requirements.simulate({ ...asked, limit: SHOWN, ...(after ? { after } : {}) });
  const { id: _, ...body } = asked;
  return {
    ...page.reply.data,
    asked,
    sent: JSON.stringify(body),
    cursor: page.hasNextPage ? page.endCursor : undefined,
  };
};

type Tried = Awaited<ReturnType<typeof read>>;

/** Asks what publishing would make of whom; nothing is written. */
export const useTrial = () => useMutation({ mutationFn: (asked: Asked) => read(asked) });

/** Who changes how: the counts of everybody, and those whose status becomes another one. */
export function Trial({ trial }: { trial: Tried }) {
  const t = useTranslations('rules.trial');
  const s = useTranslations('status');
  const format = useFormatter();
  const [more, setMore] = useState<Tried[]>([]);
  const next = useMutation({
    mutationFn: (after: string) => read(trial.asked, after),
    onSuccess: (page) => setMore((before) => [...before, page]),
  });
  const { subjects = 0, assignments = 0 } = trial;
  const before: Record<string, number> = trial.before ?? {};
  const after: Record<string, number> = trial.after ?? {};
  const changes = [trial, ...more].flatMap((page) => page.changes);
  const cursor = (more.at(-1) ?? trial).cursor;
  const shown = STATUSES.filter((status) => (before[status] ?? 0) > 0 || (after[status] ?? 0) > 0);
  return (
    <div className="trial">
      <p>{t('looked', { count: subjects })}</p>
      <table className="before-after">
        <thead>
          <tr>
            <th scope="col">{t('status')}</th>
            <th scope="col">{t('now')}</th>
            <th scope="col">{t('afterwards')}</th>
            <th scope="col">{t('change')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((status) => (
            <Row key={status} from={before[status] ?? 0} to={after[status] ?? 0}>
              <Sign status={status} /> {s(status)}
            </Row>
          ))}
          <Row from={before.overdue ?? 0} to={after.overdue ?? 0}>
            {t('overdue')}
          </Row>
        </tbody>
      </table>
      <p className="would-assign">
        <b>{format.number(assignments)}</b> {t('assignments', { count: assignments })}
      </p>
      <h3>{t('who')}</h3>
      {changes.length === 0 && <p className="quiet">{t('nobody')}</p>}
      <ul className="changes">
        {changes.map(({ subject, before: from, after: to, isAssigned }) => (
          <li key={subject.id}>
            <Link to={`/person/${subject.id}`}>{subject.name}</Link>
            {isAssigned && <span className="badge in-hand">{t('assigned')}</span>}
            <span className="from-to">
              <StatusBadge status={from.status} isOverdue={from.isOverdue} />
              <IconArrowRight size={14} stroke={1.8} role="img" aria-label={t('becomes')} />
              <StatusBadge status={to.status} isOverdue={to.isOverdue} />
            </span>
          </li>
        ))}
      </ul>
      {next.error && (
        <p className="refused" role="alert">
          {toldOf(next.error).message}
        </p>
      )}
      {cursor && (
        <Button className="quiet-button" loading={next.isPending} onClick={() => next.mutate(cursor)}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}

function Row({ from, to, children }: { from: number; to: number; children: ReactNode }) {
  const format = useFormatter();
  return (
    <tr>
      <th scope="row">{children}</th>
      <td>{format.number(from)}</td>
      <td>{format.number(to)}</td>
      <td>{from === to ? '·' : format.number(to - from, { signDisplay: 'always' }).replace('-', '−')}</td>
    </tr>
  );
}
