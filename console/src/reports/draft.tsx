import type { components } from '@crewready/client';
import { useTranslations } from 'use-intl';
import { Problem } from '../parts/problem.tsx';
import { Table } from './table.tsx';

interface Props {
  of: {
    /** Nothing is shown yet. */
    isEmpty: boolean;
    data: components['schemas']['ReportDraft'] | undefined;
    error: unknown;
    again(): unknown;
  };
  name: string;
}

/** The first rows of a report that is being written. */
export function Draft({ of: { isEmpty, data, error, again }, name }: Props) {
  const t = useTranslations('reports');
  return (
    <section className="result draft" aria-labelledby="draft">
      <header>
        <h2 id="draft">{t('draft')}</h2>
        <small>{t('draftHint')}</small>
      </header>
      {error ? (
        <Problem error={error} again={again} />
      ) : (
        <>
          {isEmpty && <p className="quiet">{t('draftNone')}</p>}
          {data?.rows.length === 0 && <p className="quiet">{t('noRows')}</p>}
          {data && data.rows.length > 0 && (
            <>
              <Table
                label={t('resultOf', { name: name || t('one') })}
                columns={data.columns}
                rows={data.rows}
              />
              <footer className="pager" role="status">
                {data.hasMoreRows ? t('draftMore', { count: data.rows.length }) : t('draftAll')}
              </footer>
            </>
          )}
        </>
      )}
    </section>
  );
}
