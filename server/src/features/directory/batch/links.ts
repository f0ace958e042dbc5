import type { Problems } from '../../../kernel/http/problems.ts';
import type { Tx } from '../../../kernel/ledger/resource.ts';
import { setAttributes } from '../attributes/links.ts';
import type { AttributeOnEntity } from '../attributes/on-entity.ts';
import { mergeExternalIds } from '../external-ids/merge.ts';
import type { ExternalIdsInput } from '../external-ids/schema.ts';
import { replaceTags } from '../tags/membership.ts';

/** A driver or vehicle of a batch with the links that its request names. */
export interface Linked {
  index: number;
  entityId: string;
  fields: { tagIds?: readonly string[]; attributes?: AttributeOnEntity[] };
  externalIds: ExternalIdsInput;
}

/** Writes the tags, external ids and attributes of a batch's objects; what a request does not name stays. */
export async function writeLinks(
  tx: Tx,
  type: 'driver' | 'vehicle',
  items: readonly Linked[],
  problems: Problems,
): Promise<void> {
  await replaceTags(
    tx,
    type,
    items.flatMap(({ fields: { tagIds }, entityId }) => (tagIds ? [{ entityId, tagIds }] : [])),
  );
  await mergeExternalIds(
    tx,
    type,
    items.map(({ index, entityId, externalIds }) => ({ index, entityId, ids: externalIds })),
    problems,
  );
  await setAttributes(
    tx,
    type === 'driver' ? 'driver' : 'asset',
    items.map(({ index, entityId, fields }) => ({ index, entityId, attributes: fields.attributes ?? [] })),
    problems,
  );
  problems.check();
}
