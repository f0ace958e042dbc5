import { systemWriter } from '../auth.ts';
import { type Database, sql } from '../database/database.ts';
import type { Resource, Transition } from './resource.ts';
import { write } from './write.ts';

const BATCH = 500;

/**
 * Puts what time has done to objects into the ledger, once each. It looks for what has come and is not yet noted,
 * so a server that was down for a while catches up. One organization that fails does not keep the others.
 *
 * @returns how many objects were noted.
 */
export async function noteTransitions(services: {
  database: Database;
  resources: readonly Resource[];
}): Promise<number> {
  const { database, resources } = services;
  const organizations = await database.rows(sql`select org_id from org order by org_id`);
  const all = resources.flatMap((resource) =>
    (resource.transitions ?? []).map((transition) => ({ resource, transition })),
  );
  const failures: unknown[] = [];
  let noted = 0;
  for (const [orgId] of organizations) {
    for (const { resource, transition } of all) {
      try {
        noted += await noteAll(database, orgId, resource, transition);
      } catch (error) {
        failures.push(error);
      }
    }
  }
  if (failures.length > 0) throw failures[0];
  return noted;
}

async function noteAll(
  database: Database,
  orgId: string,
  resource: Resource,
  transition: Transition,
): Promise<number> {
  let noted = 0;
  while (await transition.isDue(database, orgId)) {
    const count = await write(database, systemWriter(orgId, transition.name), async (tx) => {
      const objects = await transition.note(tx, BATCH);
      tx.changed(resource, transition.name, objects);
      return objects.length;
    });
    noted += count;
    if (count < BATCH) break;
  }
  return noted;
}
