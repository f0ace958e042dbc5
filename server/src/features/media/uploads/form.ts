import { type TProperties, Type } from '../../../kernel/schema.ts';

/** A multipart body of text fields and one file: `fields` is what the text is checked against, `body` is all of it. */
export const Form = <P extends TProperties>(title: string, properties: P, file: string) => ({
  fields: Type.Object(properties, { additionalProperties: false }),
  body: Type.Object(
    { ...properties, file: Type.Unsafe<never>({ type: 'string', format: 'binary', description: file }) },
    { title, additionalProperties: false },
  ),
});
