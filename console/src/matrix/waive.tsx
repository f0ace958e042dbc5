import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { useChosen } from '../parts/chosen.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Sign } from '../parts/status.tsx';
import { toast } from '../parts/toasts.tsx';
import type { Matrix, Row } from './data.ts';

interface Outcome {
  row: Row;
  waiverId?: string;
  refused?: string;
}

/** Excuses those who are chosen from one requirement, with a reason and an end. */
export function Waive({ matrix }: { matrix: Matrix }) {
  const t = useTranslations('waive');
  const p = useTranslations('parts');
  const { ids, close } = useChosen('waive');
  const [requirementId, setRequirementId] = useState('');
  const [reason, setReason] = useState('');
  const [end, setEnd] = useState('');
  const [told, setTold] = useState(0);
  const wanted = new Set(ids);
  const column = matrix.requirements.findIndex(({ id }) => id === requirementId);
  const chosen = matrix.rows.filter(({ id }) => wanted.has(id));
  const needing = chosen.filter(({ statuses }) => column >= 0 && !'-w'.includes(statuses[column] as string));
  const done = useMutation({
    mutationFn: async () => {
      const until = end ? new Date(`${end}T23:59:59`).toISOString() : undefined;
      const outcomes: Outcome[] = [];
      for (const row of needing) {
        const outcome = await crew.waivers
          .create({ requirementId, subjectId: row.id, reason, ...(until && { until }) })
          .then(
            ({ id }) => ({ row, waiverId: id }),
            (error: unknown) => ({ row, refused: toldOf(error).message }),
          );
        outcomes.push(outcome);
        setTold(outcomes.length);
      }
      return outcomes;
    },
    onSuccess: (outcomes) => {
      const made = outcomes.flatMap(({ waiverId }) => waiverId ?? []);
      void queries.invalidateQueries();
      if (made.length > 0)
        toast(t('done', { count: made.length }), async () => {
          for (const id of made) await crew.waivers.delete({ id });
          await queries.invalidateQueries();
          done.reset();
        });
    },
  });
  if (done.data)
    return (
      <Dialog title={t('title')} close={close}>
        <div className="dialog-body" role="status">
          <strong>{t('done', { count: done.data.filter(({ waiverId }) => waiverId).length })}</strong>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with keys */}
          <ul className="results" tabIndex={0} aria-label={t('title')}>
            {done.data.map(({ row, refused }) => (
              <li key={row.id}>
                <Sign status={refused ? 'expired' : 'waived'} />
                {row.name}
                <span>{refused ?? t('waived')}</span>
              </li>
            ))}
          </ul>
        </div>
        <div className="dialog-foot">
          <Button className="strong" onClick={close}>
            {p('close')}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t('title')} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          done.mutate();
        }}
      >
        <div className="dialog-body">
          <div className="pair">
            <NativeSelect
              label={t('requirement')}
              value={requirementId}
              onChange={(event) => setRequirementId(event.currentTarget.value)}
              data={[
                { value: '', label: t('choose') },
                ...matrix.requirements.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <TextInput
              type="date"
              label={t('end')}
              value={end}
              onChange={(event) => setEnd(event.currentTarget.value)}
            />
          </div>
          <Textarea
            label={t('reason')}
            required
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {column >= 0 && (
            <p className="preview" role="status">
              {done.isPending
                ? t('progress', { told, count: needing.length })
                : t('preview', { count: needing.length, others: chosen.length - needing.length })}
            </p>
          )}
        </div>
        <div className="dialog-foot">
          <Button className="quiet-button" onClick={close}>
            {p('cancel')}
          </Button>
          <Button
            type="submit"
            className="strong"
            loading={done.isPending}
            disabled={needing.length === 0 || !reason.trim()}
          >
            {t('submit', { count: needing.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
