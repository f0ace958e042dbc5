import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({ foreign: {} });
