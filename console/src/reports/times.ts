/** How often a report is made by itself, as a form has it. */
export interface Times {
  often: 'daily' | 'workdays' | 'weekly' | 'monthly';
  /** `06:00`. */
  time: string;
  /** 0 Sunday to 6. */
  weekday: number;
  monthday: number;
}

export const OFTEN = ['daily', 'workdays', 'weekly', 'monthly'] as const;

const PATTERN = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|[0-6]|1-5)$/;

/** A cron pattern as a form has it; undefined for one that it cannot say. */
export function timesOf(cron: string): Times | undefined {
  const [, minute, hour, monthday, weekday] = PATTERN.exec(cron) ?? [];
  if (minute === undefined || hour === undefined) return undefined;
  if (monthday !== '*' && weekday !== '*') return undefined;
  const often =
    monthday !== '*' ? 'monthly' : weekday === '1-5' ? 'workdays' : weekday === '*' ? 'daily' : 'weekly';
  return {
    often,
    time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`,
    weekday: often === 'weekly' ? Number(weekday) : 1,
    monthday: often === 'monthly' ? Number(monthday) : 1,
  };
}

export function cronOf({ often, time, weekday, monthday }: Times): string {
  const [hour = '', minute = ''] = time.split(':');
  const days = { daily: '* * *', workdays: '* * 1-5', weekly: `* * ${weekday}`, monthly: `${monthday} * *` };
  return `${Number(minute)} ${Number(hour)} ${days[often]}`;
}
