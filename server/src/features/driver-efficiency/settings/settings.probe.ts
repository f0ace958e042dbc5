import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  foreign: {},
  actions: {
    'change the settings of scores': (act) =>
      act.send('PATCH', '/driver-efficiency/settings', {
        scoreFormat: act.random.pick(['numbers', 'letters']),
        metrics: { coasting: { weight: act.random.below(11) } },
      }),
  },
  views: [{ of: 'driverEfficiencySettings', each: () => '/driver-efficiency/settings' }],
});
