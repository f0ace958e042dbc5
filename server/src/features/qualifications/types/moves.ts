import { badRequest, invalid } from '../../../kernel/errors.ts';
import type { Moves } from '../../../kernel/moves.ts';
import type { QualificationType } from './schema.ts';

/** What may be done with a type in which status. One that is archived stays so. */
export const TYPE_MOVES = {
  update: { from: ['active'], to: 'active' },
  archive: { from: ['active', 'archived'], to: 'archived' },
} as const satisfies Moves<QualificationType['status']>;

type Status = Pick<QualificationType, 'id' | 'status'>;

/** @throws 400 for a type that is archived. */
export function requireChangeable({ id, status }: Status): void {
  if (!TYPE_MOVES.update.from.some((from) => from === status))
    throw badRequest(`Qualification type ${id} is ${status} and cannot be changed.`);
}

/** @throws 400 for a type that is archived: records are made of active ones. */
export function requireActive({ id, status }: Status): void {
  if (status !== 'active')
    throw invalid(
      'qualificationType.id',
      `type ${id} is ${status}; records can be made of active types only.`,
    );
}
