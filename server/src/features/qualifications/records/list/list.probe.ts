import { probeOf } from '../../../../../test/probe.ts';

const path = '/qualification-records/list';

export const probe = probeOf({
  needs: ['driver', 'vehicle', 'tag', 'qualificationType'],
  foreign: {
    'GET /qualification-records/list': (theirs) => [
      { path: `${path}?ownerIds=${theirs.driver}` },
      { path: `${path}?ownerIds=${theirs.vehicle}` },
      { path: `${path}?tagIds=${theirs.tag}` },
      { path: `${path}?qualificationTypeIds=${theirs.qualificationType}`, status: 200 },
    ],
  },
  names: { ownerIds: 'driver' },
});
