import { Shape, type Static, Type } from '../../../kernel/schema.ts';

export const TagReference = Shape('TagReference', {
  id: Type.String({ description: 'Id of the tag.' }),
  name: Type.String({ description: 'Name of the tag.' }),
  parentTagId: Type.Optional(Type.String({ description: 'Id of the tag above it; absent at the top.' })),
});
export type TagReference = Static<typeof TagReference>;

/** The tags of an object in a request. */
export const TagIds = Type.Array(Type.String(), {
  maxItems: 1000,
  description: 'All tags of this object, by id. A token that is limited to tags must name one of them.',
});
