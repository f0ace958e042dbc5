import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { crew, queries, toldOf, useSession } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { refusalsOf } from '../parts/refusals.ts';
import { toast } from '../parts/toasts.tsx';
import type { Config, Dataset } from './data.ts';
import { cronOf, OFTEN, type Times } from './times.ts';

interface Props {
  of: Config;
  dataset: Dataset | undefined;
  close(): void;
}

/** Has a report made by itself from now on. */
export function NewSchedule({ of, dataset, close }: Props) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const { data: session } = useSession();
  const [times, setTimes] = useState<Times>({ often: 'weekly', time: '06:00', weekday: 1, monthday: 1 });
  const [timezone, setTimezone] = useState(session?.timeZone ?? 'UTC');
  const [lastDays, setLastDays] = useState('');
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['reports', 'schedules'] });
  const make = useMutation({
    mutationFn: () =>
      crew.reportSchedules.create({
        reportConfigId: of.id,
        cron: cronOf(times),
        timezone,
        ...(lastDays && { lastDays: Number(lastDays) }),
      }),
    onSuccess: async ({ id }) => {
      await again();
      toast(t('scheduleMade'), async () => {
        await crew.reportSchedules.delete({ id });
        await again();
      });
      close();
    },
  });
  const refusals = refusalsOf(make.error);
  const change = (patch: Partial<Times>): void => setTimes({ ...times, ...patch });
  const weekdays = Array.from({ length: 7 }, (_, n) => ({
    value: String((n + 1) % 7),
    label: format.dateTime(new Date(Date.UTC(2023, 0, 2 + n)), { weekday: 'long', timeZone: 'UTC' }),
  }));
  const isElsewhere = make.error && Object.keys(refusals).length === 0;
  return (
    <Dialog title={t('addSchedule')} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <div className="dialog-body">
          <NativeSelect
            data-autofocus
            label={t('every')}
            value={times.often}
            onChange={(event) => change({ often: event.currentTarget.value as Times['often'] })}
            data={OFTEN.map((value) => ({ value, label: t(`often.${value}`) }))}
            error={refusals.cron}
          />
          {times.often === 'weekly' && (
            <NativeSelect
              label={t('weekday')}
              value={String(times.weekday)}
              onChange={(event) => change({ weekday: Number(event.currentTarget.value) })}
              data={weekdays}
            />
          )}
          {times.often === 'monthly' && (
            <NativeSelect
              label={t('monthday')}
              value={String(times.monthday)}
              onChange={(event) => change({ monthday: Number(event.currentTarget.value) })}
              data={Array.from({ length: 31 }, (_, n) => String(n + 1))}
            />
          )}
          <TextInput
            type="time"
            required
            withAsterisk={false}
            label={t('time')}
            value={times.time}
            onChange={(event) => change({ time: event.currentTarget.value })}
          />
          <TextInput
            label={t('zone')}
            value={timezone}
            onChange={(event) => setTimezone(event.currentTarget.value)}
            error={refusals.timezone}
          />
          {dataset?.hasTimeRangeFilter && (
            <TextInput
              type="number"
              min={1}
              label={t('lastDays')}
              description={t('lastDaysHint')}
              value={lastDays}
              onChange={(event) => setLastDays(event.currentTarget.value)}
              error={refusals.lastDays}
            />
          )}
        </div>
        <footer className="dialog-foot">
          <span role="alert" className="refused">
            {isElsewhere && toldOf(make.error).message}
          </span>
          <Button className="quiet-button" onClick={close}>
            {t('close')}
          </Button>
          <Button type="submit" className="strong" loading={make.isPending}>
            {t('addSchedule')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
