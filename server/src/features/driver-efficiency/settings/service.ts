import { isDeepStrictEqual } from 'node:util';
import type { Caller } from '../../../kernel/auth.ts';
import type { Database } from '../../../kernel/database/database.ts';
import { invalid } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/ledger/write.ts';
import { DEFAULT_SETTINGS, INVERSE, type ScoredMetric, type Settings } from './defaults.ts';
import { driverEfficiencySettings, SETTINGS_ID } from './resource.ts';
import type { PatchSettings } from './schema.ts';
import { ownSettings, saveSettings } from './store.ts';

/**
 * Changes what is named and leaves the rest.
 *
 * @throws 400 for thresholds or bounds that contradict each other.
 */
export async function changeSettings(
  database: Database,
  caller: Caller,
  patch: PatchSettings,
): Promise<Settings> {
  return write(database, caller, async (tx) => {
    const own = await ownSettings(tx, tx.orgId);
    const before = own ?? DEFAULT_SETTINGS;
    const after = merge(before, patch);
    check(after);
    if (isDeepStrictEqual(before, after)) return before;
    await saveSettings(tx, after);
    tx.changed(driverEfficiencySettings, own ? 'update' : 'create', [{ id: SETTINGS_ID, document: after }]);
    return after;
  });
}

function merge(before: Settings, patch: PatchSettings): Settings {
  const metrics = Object.entries(before.metrics).map(([name, settings]) => [
    name,
    { ...settings, ...patch.metrics?.[name as ScoredMetric] },
  ]);
  return {
    ...before,
    ...patch,
    letterBounds: { ...before.letterBounds, ...patch.letterBounds },
    metrics: Object.fromEntries(metrics),
  };
}

function check({ letterBounds, metrics, vehicleWeightBoundsKg }: Settings): void {
  for (const [name, { zeroAtPercentage: zero, hundredAtPercentage: hundred }] of Object.entries(metrics)) {
    const inverse = INVERSE.includes(name as ScoredMetric);
    if (inverse ? zero <= hundred : zero >= hundred) {
      const order = inverse ? 'below' : 'above';
      throw invalid(
        `metrics.${name}`,
        `hundredAtPercentage (${hundred}) must be ${order} zeroAtPercentage (${zero}).`,
      );
    }
  }
  const letters = Object.entries(letterBounds);
  for (const [n, [letter, bound]] of letters.entries()) {
    const [next, below] = letters[n + 1] ?? [];
    if (below !== undefined && bound <= below)
      throw invalid(`letterBounds.${letter}`, `${bound} must be above ${below}, the bound of ${next}.`);
  }
  if (vehicleWeightBoundsKg.some((bound, n) => n > 0 && bound <= (vehicleWeightBoundsKg[n - 1] as number)))
    throw invalid('vehicleWeightBoundsKg', 'each must be above the one before.');
}
