import { Button } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { toast } from '../parts/toasts.tsx';
import { useVerified, type Verification } from './data.ts';

/** What the last verification found, how far one under way is, and a way to begin another. */
export function Verify() {
  const t = useTranslations('ledger.audit');
  const { data } = useVerified();
  const begin = useMutation({
    mutationFn: (withFiles: boolean) => crew.ledger.verify({ withFiles }),
    onSuccess: (begun) => {
      queries.setQueryData(['ledger', 'verified'], begun);
      void queries.invalidateQueries({ queryKey: ['ledger', 'list'] });
    },
    onError: (error) => toast(toldOf(error).message),
  });
  const isUnderWay = data?.status === 'pending';
  return (
    <section className="verified" aria-label={t('title')} aria-live="polite">
      {data === null && <p>{t('never')}</p>}
      {data && <Found of={data} />}
      <div className="actions">
        {([true, false] as const).map((withFiles) => (
          <Button
            key={String(withFiles)}
            className={withFiles ? 'quiet-button' : 'strong'}
            disabled={isUnderWay || data === undefined}
            loading={begin.isPending && begin.variables === withFiles}
            onClick={() => begin.mutate(withFiles)}
          >
            {t(withFiles ? 'verifyFiles' : 'verify')}
          </Button>
        ))}
      </div>
    </section>
  );
}

function Found({ of: { status, percentComplete, completedAtTime = '', result } }: { of: Verification }) {
  const t = useTranslations('ledger.audit');
  const format = useFormatter();
  if (status === 'pending')
    return (
      <p>
        {t('verifying', { percent: percentComplete })}{' '}
        <progress
          max={100}
          value={percentComplete}
          aria-label={t('verifying', { percent: percentComplete })}
        />
      </p>
    );
  if (!result) return <p className="refused">{t('failed')}</p>;
  const { isWhole, writes, changes, files, problem, problemSeq, lastEntry } = result;
  if (!isWhole)
    return (
      <div className="broken" role="alert">
        <p>
          <IconShieldX size={17} stroke={1.8} aria-hidden /> <strong>{t('broken')}</strong>{' '}
          {problemSeq && t('at', { seq: problemSeq })}
        </p>
        {problem && <p>{problem}</p>}
        {files?.named.map((file) => (
          <p key={file.fileId}>
            {file.fileId}: {file.problem}
          </p>
        ))}
      </div>
    );
  return (
    <div>
      <p>
        <IconShieldCheck size={17} stroke={1.8} aria-hidden />{' '}
        {t('whole', {
          day: format.dateTime(new Date(completedAtTime), { dateStyle: 'medium', timeStyle: 'short' }),
          writes,
          changes,
        })}
        {files && ` · ${t('files', { count: files.checked })}`}
      </p>
      {lastEntry && (
        <p className="seal" title={t('sealHint')}>
          <span>{t('seal')}</span> <code>{lastEntry}</code>
          <Button
            className="quiet-button"
            size="compact-sm"
            onClick={async () => {
              await navigator.clipboard.writeText(lastEntry);
              toast(t('copied'));
            }}
          >
            {t('copy')}
          </Button>
        </p>
      )}
    </div>
  );
}
