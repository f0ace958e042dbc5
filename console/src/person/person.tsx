import { ActionIcon } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { AssignButton } from '../assign/button.tsx';
import { Head } from '../parts/head.tsx';
import { Problem } from '../parts/problem.tsx';
import { Identity } from './identity.tsx';
import { Needed } from './needed.tsx';
import { Papers } from './papers.tsx';
import './person.css';
import { Reasons } from './reasons.tsx';
import { Timeline } from './timeline.tsx';
import { Training } from './training.tsx';
import { Occurrences, Waivers } from './waivers.tsx';

/** What is true of one person or vehicle, and what proves it. */
export default function Person() {
  const t = useTranslations('person');
  const { id = '' } = useParams();
  const [asked, setAsked] = useSearchParams();
  const why = asked.get('why');
  const explain = (requirementId: string): void =>
    setAsked(
      (before) => {
        if (requirementId) before.set('why', requirementId);
        else before.delete('why');
        return before;
      },
      { replace: why !== null },
    );
  const { data, error, refetch } = useQuery({
    queryKey: ['person', id],
    queryFn: ({ signal }) => crew.subjects.summary({ id }, { signal }),
    placeholderData: undefined,
  });
  return (
    <>
      <Head title={data?.name ?? t('title')}>
        <Link className="quiet" to="/matrix">
          {t('back')}
        </Link>
        <div className="actions">
          <ActionIcon className="icon-button" aria-label={t('print')} onClick={() => print()}>
            <IconPrinter size={17} stroke={1.6} />
          </ActionIcon>
          {data && data.type !== 'vehicle' && <AssignButton ids={[data.id]} />}
        </div>
      </Head>
      <main className="matrix">
        <div className="body person">
          {error && !data && <Problem error={error} again={refetch} />}
          {data && (
            <>
              <Identity summary={data} />
              <div className="truths">
                <Needed summary={data} opened={why} explain={explain} />
                <Papers of={data.id} records={data.qualificationRecords} />
                <Training assignments={data.trainingAssignments} />
                <Waivers summary={data} />
                <Occurrences occurrences={data.occurrences} />
              </div>
              <Timeline id={data.id} />
            </>
          )}
        </div>
        {why && data && (
          <Reasons
            key={why}
            subjectId={data.id}
            requirementId={why}
            name={data.name}
            close={() => explain('')}
          />
        )}
      </main>
    </>
  );
}
