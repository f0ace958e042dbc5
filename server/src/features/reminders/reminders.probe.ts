import { probeOf } from '../../../test/probe.ts';
import { systemWriter } from '../../kernel/auth.ts';
import { newId } from '../../kernel/ids.ts';
import { write } from '../../kernel/ledger/write.ts';
import { addReminders } from './messages/store.ts';
import { unsubscribeUrl } from './unsubscribing/address.ts';

const FREE_STEPS = { isOn: false, daysBefore: [14, 2], everyDaysAfter: 3 };

export const probe = probeOf({
  makes: { reminder: 'uuid' },
  needs: ['requirement', 'driver'],
  async make({ server, org, ids }) {
    const id = newId();
    const at = '2026-01-05T08:00:00.000Z';
    const row = {
      id,
      subjectId: ids.driver,
      subjectType: 'driver' as const,
      requirementId: ids.requirement,
      dueAt: '2026-01-12T08:00:00.000Z',
      step: '-7',
      recipientId: ids.driver,
      plannedAt: at,
      sendAt: at,
      state: 'suppressed' as const,
      reason: 'No address.',
    };
    await write(server.database, systemWriter(org.orgId, 'test'), (tx) => addReminders(tx, [row]));
    return { reminder: id };
  },
  foreign: {
    'GET /reminders': ({ driver, requirement }) => [
      { path: `/reminders?subjectIds=${driver}` },
      { path: `/reminders?requirementIds=${requirement}`, status: 200 },
    ],
    'PATCH /reminder-policies': ({ requirement }) => [
      { path: '/reminder-policies', body: { requirementId: requirement, ...FREE_STEPS } },
    ],
    'POST /reminders/send': (theirs, mine) => [
      {
        path: '/reminders/send',
        body: { pairs: [{ subjectId: theirs.driver, requirementId: mine.requirement }] },
      },
      {
        path: '/reminders/send',
        body: { pairs: [{ subjectId: mine.driver, requirementId: theirs.requirement }] },
      },
    ],
  },
  names: { subjectId: 'driver', subjectIds: 'driver', managerRoleId: () => null },
  actions: {
    'change when people are reminded': (act) =>
      act.send('PATCH', '/reminder-policies', {
        ...(act.random.chance(0.5) ? { requirementId: act.some('requirement') } : {}),
        ...FREE_STEPS,
        isOn: act.random.chance(0.8),
      }),
    'refuse reminders': (act) => {
      const { signedUrls } = act.server.services;
      return act.send('POST', unsubscribeUrl(signedUrls, '', act.org.orgId, act.some('user')), {});
    },
  },
  views: [
    { of: 'reminder', list: '/reminders' },
    // Until it is set, what holds then is served in its place.
    { of: 'reminderPolicy', list: '/reminder-policies', beside: (item) => item.updatedAtTime === undefined },
  ],
});
