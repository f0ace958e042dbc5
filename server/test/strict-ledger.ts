import { findFeatures, resourcesOf } from '../src/app.ts';
import { type Database, sql } from '../src/kernel/database/database.ts';
import type { Feature } from '../src/kernel/feature.ts';
import type { Resource } from '../src/kernel/ledger/resource.ts';
import { verifyLedger } from '../src/kernel/ledger/verify.ts';
import { type Check, closedCheck } from './closed-schema.ts';

const PAGE = 1000;

/**
 * Looks at the whole ledger of a test's database: each change is of a resource that a feature declares, its document
 * fits the closed schema, and it is about all whom the document names; the chain holds, and the tables have what the
 * last documents say, unless the test `tampers`.
 *
 * @throws with the first mistake.
 */
export async function strictLedger(database: Database, own: Feature[], tampers: boolean): Promise<void> {
  const resources = await allResources(own);
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  const check = closedCheck();
  for (let after: unknown[] = ['0', '0', '', '']; ; ) {
    const page = await changes(database, after);
    for (const change of page) {
      const { resource: name, id, seq, document } = change;
      const resource = byName.get(name);
      const problem = resource ? problemOf(resource, change, check) : 'no feature declares this resource';
      if (problem) throw new Error(`the ledger has a ${name} ${id} (seq ${seq}): ${problem}\n${document}`);
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = [last.orgId, last.seq, last.resource, last.id];
  }
  if (tampers) return;
  const { bad } = await verifyLedger(database, resources);
  if (bad) throw new Error(`${bad.problem} Organization ${bad.orgId}${bad.seq ? `, seq ${bad.seq}` : ''}.`);
}

/** Those of the application under test, and of the features that made its organizations. */
async function allResources(own: Feature[]): Promise<Resource[]> {
  const resources = resourcesOf(own);
  const others = resourcesOf(await findFeatures());
  return [...resources, ...others.filter(({ name }) => !resources.some((known) => known.name === name))];
}

interface Kept {
  orgId: string;
  seq: string;
  resource: string;
  id: string;
  document: string;
  about: string[];
}

/** A page of all changes with whom they concern, those that were erased left out. */
async function changes(database: Database, after: unknown[]): Promise<Kept[]> {
  const [orgId, seq, resource, id] = after;
  const rows = await database.rows(sql`
    select org_id, seq, resource, id, document::text, array(
      select entity_id::text from ledger_about about
      where about.org_id = change.org_id and about.seq = change.seq
        and about.resource = change.resource and about.id = change.id)
    from ledger_change change
    where document is not null
      and (org_id, seq, resource, id) > (${orgId}::bigint, ${seq}::bigint, ${resource}::text, ${id}::text)
    order by org_id, seq, resource, id limit ${PAGE}`);
  return rows.map(([orgId, seq, resource, id, document, about]) => ({
    orgId,
    seq,
    resource,
    id,
    document,
    about,
  }));
}

function problemOf(resource: Resource, { document, about }: Kept, check: Check): string | undefined {
  const facts = JSON.parse(document);
  const misfit = check(resource.document, facts);
  if (misfit) return `its document does not fit its schema: ${misfit}`;
  const untold = resource.about(facts).filter((id) => !about.includes(id));
  return untold.length > 0 ? `it does not say that it concerns ${untold.join(', ')}` : undefined;
}
