import { probeOf } from '../../../../../test/probe.ts';

const path = '/form-submissions/list';

export const probe = probeOf({
  needs: ['driver', 'tag', 'formTemplate'],
  foreign: {
    'GET /form-submissions/list': (theirs) => [
      { path: `${path}?personIds=${theirs.driver}` },
      { path: `${path}?formTemplateIds=${theirs.formTemplate}` },
      { path: `${path}?tagIds=${theirs.tag}` },
    ],
  },
  names: { personIds: 'driver' },
});
