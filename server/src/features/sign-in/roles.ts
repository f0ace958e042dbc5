import { FULL_ACCESS, type Identity, MANAGING, VIEWING } from '../../kernel/auth.ts';

export const ROLES = ['administrator', 'manager', 'viewer', 'learner'] as const;
export type Role = (typeof ROLES)[number];

/** What learners read, of themselves alone and of what there is to learn. */
const LEARNING = [
  'Read Org Information',
  'Read Qualification Records',
  'Read Requirements',
  'Read Training Assignments',
  'Read Training Courses',
];

/** What an account may do and see. */
export function rightsOf({
  role,
  tagIds,
  personId,
}: {
  role: Role;
  tagIds: string[] | null;
  personId: string;
}): Pick<Identity, 'scopes' | 'tagIds' | 'ownId'> {
  switch (role) {
    case 'administrator':
      return { scopes: new Set([FULL_ACCESS]), tagIds: null };
    case 'manager':
      return { scopes: new Set([MANAGING]), tagIds };
    case 'viewer':
      return { scopes: new Set([VIEWING]), tagIds };
    case 'learner':
      return { scopes: new Set(LEARNING), tagIds: [], ownId: personId };
  }
}
