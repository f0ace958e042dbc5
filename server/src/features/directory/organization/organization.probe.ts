import { probeOf } from '../../../../test/probe.ts';
import { type OrganizationSettings, toSettings } from './document.ts';

export const probe = probeOf({
  needs: ['attribute'],
  foreign: {
    'PATCH /organization/settings': (theirs) => [
      { path: '/organization/settings', body: { startDateAttributeId: theirs.attribute } },
    ],
  },
  actions: {
    'change the settings of the organization': (act) =>
      act.send('PATCH', '/organization/settings', {
        timeZone: act.random.pick(['UTC', 'Europe/Berlin', 'America/Chicago']),
      }),
  },
  views: [
    { of: 'organization', each: () => '/me' },
    {
      of: 'organization',
      each: () => '/organization/settings',
      served: (document) => toSettings(document as OrganizationSettings),
    },
  ],
});
