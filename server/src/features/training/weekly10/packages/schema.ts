import { Shape, type Static, Type } from '../../../../kernel/schema.ts';
import { ApiId, Nullable } from '../../../../surfaces/weekly10.ts';

/** Source: the public article on the Training Record API; its fields are our reading. */
export const TrainingPackage = Shape('TrainingPackage', {
  api_id: Type.String({ description: 'Id of the package, unique in the organization.' }),
  name: Type.String({ description: 'Its name.' }),
  description: Type.String({ description: 'What it teaches; empty if nobody said.' }),
  is_active: Type.Boolean({ description: 'Whether it can be assigned.' }),
});
export type TrainingPackage = Static<typeof TrainingPackage>;

const name = Type.String({
  minLength: 1,
  maxLength: 255,
  pattern: '\\S',
  description: 'Name of the package, 1 to 255 characters.',
});
const rest = {
  api_id: Type.Optional(ApiId),
  description: Type.Optional(
    Nullable(
      Type.String({
        maxLength: 10_000,
        description: 'What it teaches, at most 10,000 characters; null for nothing.',
      }),
    ),
  ),
  is_active: Type.Optional(
    Type.Boolean({
      description:
        'Whether it can be assigned; true for a new one. False retires it: its records in progress are deleted.',
    }),
  ),
};

export const WritePackage = Shape('WriteTrainingPackage', { name, ...rest });
export const PatchPackage = Shape('PatchTrainingPackage', { name: Type.Optional(name), ...rest });
export type PackageFields = Static<typeof PatchPackage>;
