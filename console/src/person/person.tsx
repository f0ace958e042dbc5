import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { useMatrix } from '../matrix/data.ts';
import { Head } from '../parts/head.tsx';
import { Initials } from '../parts/initials.tsx';
import { Problem } from '../parts/problem.tsx';
import { StatusBadge } from '../parts/status.tsx';
import { When } from '../parts/when.tsx';
import './person.css';
import { Reasons } from './reasons.tsx';

const ORDER = ['expired', 'missing', 'expiring', 'current', 'waived', 'notNeeded'];

/** What is needed of one person or vehicle, and why. */
export default function Person() {
  const t = useTranslations('person');
  const s = useTranslations('status');
  const { id = '' } = useParams();
  const [why, setWhy] = useState<string>();
  const { data: matrix } = useMatrix();
  const { data, error, refetch } = useQuery({
    queryKey: ['person', id],
    queryFn: async ({ signal }) =>
      (await crew.requirementStatuses.list({ subjectIds: [id] }, { signal })).data,
  });
  const row = matrix?.rows.find((each) => each.id === id);
  const names = new Map(matrix?.requirements.map((each) => [each.id, each.name]));
  const statuses = [...(data ?? [])].sort(
    (a, b) =>
      Number(b.isOverdue) - Number(a.isOverdue) ||
      ORDER.indexOf(a.status) - ORDER.indexOf(b.status) ||
      (names.get(a.requirementId) ?? '').localeCompare(names.get(b.requirementId) ?? ''),
  );
  const name = row?.name ?? t('title');
  return (
    <>
      <Head title={name}>
        <Link className="quiet" to="/matrix">
          {t('back')}
        </Link>
      </Head>
      <main className="matrix">
        <div className="body person">
          {error && <Problem error={error} again={refetch} />}
          {data && (
            <section className="card" aria-labelledby="needed">
              <h2 id="needed">
                <Initials name={name} /> {t('needed')}
                {row && <small>{t('met', { met: row.met, needed: row.needed })}</small>}
              </h2>
              {statuses.length === 0 ? (
                <p className="nothing">{t('nothing')}</p>
              ) : (
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{t('requirement')}</th>
                      <th scope="col">{t('status')}</th>
                      <th scope="col">{t('dueAt')}</th>
                      <th scope="col">
                        <span className="hidden">{t('why')}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {statuses.map(({ requirementId, status, isOverdue, isInHand, until, dueAt }) => (
                      <tr key={requirementId} data-opened={why === requirementId || undefined}>
                        <th scope="row">{names.get(requirementId) ?? '…'}</th>
                        <td>
                          <StatusBadge status={status} isOverdue={isOverdue} />{' '}
                          {isInHand && <span className="badge in-hand">{s('inHand')}</span>}
                        </td>
                        <td>{(until ?? dueAt) && <When time={(until ?? dueAt) as string} />}</td>
                        <td>
                          <button type="button" className="link" onClick={() => setWhy(requirementId)}>
                            {t('why')}
                            <span className="hidden">: {names.get(requirementId)}</span>
                          </button>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </section>
          )}
        </div>
        {why && (
          <Reasons key={why} subjectId={id} requirementId={why} name={name} close={() => setWhy(undefined)} />
        )}
      </main>
    </>
  );
}
