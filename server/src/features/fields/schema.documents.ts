import { Shape, type TSchema, Type } from '../../kernel/schema.ts';
import { MediaRecord } from '../media/index.ts';
import { FormFieldReply, QualificationFieldReply } from './schema.values.ts';

/** A file in a document of the ledger. */
const UploadedFile = Shape(
  'UploadedFile',
  {
    id: Type.String({ format: 'uuid', description: 'Id of the file.' }),
    contentType: Type.String({ description: 'What it is.' }),
    size: Type.Integer({ description: 'In bytes.' }),
    sha256: Type.String({ description: 'In hex.' }),
  },
  'A stored file, by what was uploaded.',
);

/** A schema of replies as that of documents: files by what was uploaded instead of their state and link. */
function ofDocument(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(ofDocument);
  if (!schema || typeof schema !== 'object') return schema;
  const { title, ...rest } = schema as { title?: unknown };
  if (title === (MediaRecord as { title?: unknown }).title) return UploadedFile;
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, ofDocument(value)]));
}

/** An answered field in the document of a form submission. */
export const FormFieldDocument = ofDocument(FormFieldReply) as TSchema;

/** An answered field in the document of a qualification record. */
export const QualificationFieldDocument = ofDocument(QualificationFieldReply) as TSchema;
