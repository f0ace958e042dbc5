import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { useAsked } from '../parts/asked.ts';
import { Head } from '../parts/head.tsx';
import { Problem } from '../parts/problem.tsx';
import { Search } from '../parts/search.tsx';
import { StatusBar } from '../parts/status.tsx';
import { STATES, type State, useFigures, useRequirements } from './data.ts';
import { useMayWrite } from './may-write.ts';
import type { Requirement } from './rule.ts';
import { StateBadge } from './state-badge.tsx';
import './list.css';

/** Every requirement: what it is, whether it is in force, and how much of it is met. */
export default function Rules() {
  const t = useTranslations('rules');
  const { of: said, ask, asked } = useAsked();
  const mayWrite = useMayWrite();
  const state = STATES.find((each) => each === said('state')) ?? 'written';
  const { data, error, refetch } = useRequirements(state);
  const wanted = said('q').toLocaleLowerCase();
  const rows = data?.filter(({ name, citation = '' }) =>
    `${name} ${citation}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <>
      <Head title={t('title')}>
        {data && <span className="pill">{rows?.length}</span>}
        {mayWrite && (
          <Button
            component={Link}
            to="/rules/new"
            className="strong at-end"
            leftSection={<IconPlus size={14} stroke={1.8} />}
          >
            {t('new')}
          </Button>
        )}
      </Head>
      <search className="filters">
        <Search label={t('find')} />
        <NativeSelect
          aria-label={t('state')}
          value={state}
          onChange={(event) => ask({ state: event.currentTarget.value.replace('written', '') })}
          data={STATES.map((value: State) => ({ value, label: t(`states.${value}`) }))}
        />
      </search>
      <main className="body rules">
        {error && !data && <Problem error={error} again={refetch} />}
        {rows && rows.length > 0 && <List rows={rows} />}
        {rows?.length === 0 &&
          (asked.size > 0 ? (
            <div className="empty">
              <p>{t('noMatch')}</p>
              <Button className="quiet-button" onClick={() => ask({ q: '', state: '' })}>
                {t('clear')}
              </Button>
            </div>
          ) : (
            <div className="empty">
              <strong>{t('noneTitle')}</strong>
              <p>{t('noneText')}</p>
            </div>
          ))}
      </main>
    </>
  );
}

function List({ rows }: { rows: readonly Requirement[] }) {
  const t = useTranslations('rules');
  const format = useFormatter();
  const { data: figures } = useFigures();
  return (
    <div className="card">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('severity')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('met')}</th>
            <th scope="col" className="number">
              {t('needed')}
            </th>
            <th scope="col" className="number">
              {t('overdue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const of = figures?.get(row.id);
            return (
              <tr key={row.id}>
                <th scope="row">
                  <Link to={`/rules/${row.id}`}>{row.name}</Link>
                  {row.citation && <small>{row.citation}</small>}
                </th>
                <td className="severity">{t(`severities.${row.severity}.short`)}</td>
                <td>
                  <StateBadge of={row} />
                </td>
                <td className="share">
                  {of && of.needed > 0 && (
                    <div>
                      <StatusBar counts={of.counts} />
                      <b>
                        {format.number(Math.floor((of.share ?? 1) * 1000) / 10, { minimumFractionDigits: 1 })}{' '}
                        %
                      </b>
                    </div>
                  )}
                </td>
                <td className="number">{of && format.number(of.needed)}</td>
                <td className={`number ${of && of.overdue > 0 ? 'worse' : ''}`}>
                  {of && format.number(of.overdue)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
