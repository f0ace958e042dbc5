import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({
  foreign: {
    'DELETE /sign-in-devices': ({ signInDevice: id }) => [{ path: `/sign-in-devices?id=${id}` }],
  },
  names: { id: 'signInDevice' },
  actions: {
    'end a sign-in device': (act) => act.send('DELETE', `/sign-in-devices?id=${act.some('signInDevice')}`),
  },
});
