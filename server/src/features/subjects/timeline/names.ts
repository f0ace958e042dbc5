import type { Caller } from '../../../kernel/auth.ts';
import type { Queryable } from '../../../kernel/database/database.ts';
import { formTitles } from '../../forms/index.ts';
import { requirementNames } from '../../requirements/index.ts';
import { courseTitles } from '../../training/index.ts';
import type { Document } from './words.ts';

/** What the courses, requirements and forms that documents refer to are called now. */
export async function namesOfObjects(
  database: Queryable,
  { orgId }: Pick<Caller, 'orgId'>,
  documents: readonly Document[],
): Promise<(id: string | undefined) => string> {
  const each = (of: (document: Document) => string | undefined): string[] => [
    ...new Set(documents.flatMap((document) => of(document) ?? [])),
  ];
  const names = new Map([
    ...(await courseTitles(
      database,
      orgId,
      each(({ course }) => course?.id),
    )),
    ...(await requirementNames(
      database,
      orgId,
      each(({ requirementId }) => requirementId),
    )),
    ...(await formTitles(
      database,
      orgId,
      each(({ formTemplate }) => formTemplate?.id),
    )),
  ]);
  return (id) => names.get(id ?? '') ?? '';
}
