import { probeOf } from '../../../../test/probe.ts';

export const probe = probeOf({ foreign: { 'POST /import': 'ids are in a file, and matched as a file is' } });
