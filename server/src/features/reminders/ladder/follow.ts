import type { Follower, Services } from '../../../kernel/feature.ts';
import { keptOfPairs, statusesAfter } from '../../requirements/index.ts';
import { duePairs, planSteps } from './plan.ts';
import { followed, positionOf } from './position.ts';
import { sendSome } from './send.ts';

/** Statuses whose steps are worked out for one write. */
const STATUSES = 200;

/** Plans steps as statuses change and time passes, and sends what has come. */
export const reminderFollower: Follower = {
  async behind({ database, clock }) {
    const all = await followed(database, clock.now().toISOString());
    const changed = await Promise.all(
      all.map(async ({ orgId, place, hasWork }) =>
        hasWork || (await statusesAfter(database, orgId, place, 1)).length > 0 ? [orgId] : [],
      ),
    );
    return changed.flat();
  },
  async follow(services, orgId, signal) {
    while (!signal.aborted && (await planSome(services, orgId)));
    while (!signal.aborted && (await sendSome(services, orgId, signal)));
  },
};

/** Plans what is next; false when nothing is left. */
async function planSome({ database, clock }: Services, orgId: string): Promise<boolean> {
  const now = clock.now().toISOString();
  const changed = await statusesAfter(database, orgId, await positionOf(database, orgId), STATUSES);
  if (changed.length > 0) {
    await planSteps(database, orgId, changed, now, changed.at(-1)?.place);
    return true;
  }
  const pairs = await duePairs(database, orgId, now, STATUSES);
  if (pairs.length === 0) return false;
  await planSteps(database, orgId, await keptOfPairs(database, orgId, pairs), now);
  return true;
}
