import { ActionIcon, Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { toast } from '../parts/toasts.tsx';
import { type Config, type Dataset, type Schedule, useSchedules } from './data.ts';
import { NewSchedule } from './new-schedule.tsx';
import { timesOf } from './times.ts';

interface Props {
  of: Config;
  dataset: Dataset | undefined;
  mayWrite: boolean;
}

/** When a report is made by itself: added, paused, resumed and deleted, all of it with a way back. */
export function Schedules({ of, dataset, mayWrite }: Props) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const { data } = useSchedules();
  const [isNew, setNew] = useState(false);
  const own = data?.filter(({ reportConfigId }) => reportConfigId === of.id) ?? [];
  return (
    <section className="card schedules" aria-labelledby="schedules">
      <header>
        <h2 id="schedules">{t('schedules')}</h2>
        <small>{t('schedulesHint')}</small>
      </header>
      <ul>
        {own.map((schedule) => (
          <li key={schedule.id}>
            <span>
              <strong>
                <Said of={schedule} />
              </strong>
              <small>
                {schedule.nextRunAtTime === undefined
                  ? t('paused')
                  : t('nextAt', {
                      time: format.dateTime(new Date(schedule.nextRunAtTime), {
                        weekday: 'short',
                        day: 'numeric',
                        month: 'short',
                        hour: 'numeric',
                        minute: '2-digit',
                        timeZoneName: 'short',
                      }),
                    })}
              </small>
            </span>
            {mayWrite && <Actions of={schedule} />}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Button
          className="quiet-button"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={() => setNew(true)}
        >
          {t('addSchedule')}
        </Button>
      )}
      {isNew && <NewSchedule of={of} dataset={dataset} close={() => setNew(false)} />}
    </section>
  );
}

/** A pattern in words, as far as there are words for it. */
function Said({ of: { cron, timezone } }: { of: Schedule }) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const times = timesOf(cron);
  if (!times) return <code>{cron}</code>;
  const { often, time, weekday, monthday } = times;
  // The first of January 2023 was a Sunday.
  const day = format.dateTime(new Date(Date.UTC(2023, 0, 1 + weekday)), { weekday: 'long', timeZone: 'UTC' });
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = format.dateTime(new Date(Date.UTC(2023, 0, 1, hour, minute)), {
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return (
    <>
      {t(often, { time: at, day: often === 'monthly' ? monthday : day } as never)} <small>{timezone}</small>
    </>
  );
}

function Actions({ of: schedule }: { of: Schedule }) {
  const t = useTranslations('reports');
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['reports', 'schedules'] });
  const attempt = (work: () => Promise<unknown>): void => {
    work()
      .catch((error: unknown) => toast(toldOf(error).message))
      .finally(again);
  };
  const { id, isPaused } = schedule;
  const pause = async (to: boolean): Promise<void> => {
    await crew.reportSchedules.update({ id, isPaused: to });
    await again();
  };
  const remove = async (): Promise<void> => {
    await crew.reportSchedules.delete({ id });
    toast(t('scheduleDeleted'), async () => {
      // Another one that is alike: its runs stay as they are.
      const { reportConfigId, cron, timezone, lastDays } = schedule;
      const same = { reportConfigId, cron, timezone, isPaused, ...(lastDays !== undefined && { lastDays }) };
      await crew.reportSchedules.create(same);
      await again();
    });
  };
  const Icon = isPaused ? IconPlayerPlay : IconPlayerPause;
  const label = t(isPaused ? 'resume' : 'pause');
  return (
    <span>
      <ActionIcon
        className="icon-button"
        aria-label={label}
        title={label}
        onClick={() =>
          attempt(async () => {
            await pause(!isPaused);
            toast(t(isPaused ? 'resumedTold' : 'pausedTold'), () => pause(isPaused));
          })
        }
      >
        <Icon size={16} stroke={1.8} />
      </ActionIcon>
      <ActionIcon
        className="icon-button"
        aria-label={t('delete')}
        title={t('delete')}
        onClick={() => attempt(remove)}
      >
        <IconTrash size={16} stroke={1.8} />
      </ActionIcon>
    </span>
  );
}
