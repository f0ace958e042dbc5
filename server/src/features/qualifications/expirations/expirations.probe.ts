import { probeOf } from '../../../../test/probe.ts';

const path = '/expirations?startTime=2030-01-01T00:00:00Z';

export const probe = probeOf({
  needs: ['tag', 'qualificationType', 'qualificationRecord'],
  foreign: {
    'GET /expirations': (theirs) => [
      { path: `${path}&tagIds=${theirs.tag}` },
      { path: `${path}&qualificationTypeIds=${theirs.qualificationType}`, status: 200 },
    ],
  },
  names: { startTime: () => '2030-01-01T00:00:00Z' },
});
