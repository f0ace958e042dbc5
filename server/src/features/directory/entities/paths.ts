import { Type } from '../../../kernel/schema.ts';

/** The path parameter of an object that external ids can name. */
export const ById = Type.Object({
  id: Type.String({ description: 'Its id, or an external id as key:value.' }),
});

/** The reply to DELETE: 204 without a body. */
export const Deleted = Type.Literal('', { description: 'Deleted; there is no body.' });
