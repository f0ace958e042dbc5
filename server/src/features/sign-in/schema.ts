import { OneOf, Type } from '../../kernel/schema.ts';
import { ROLES } from './roles.ts';

export const personId = Type.String({ description: 'Id of the person.' });
export const personType = OneOf(['driver', 'user'], { description: 'What the person is in the directory.' });
export const RoleName = OneOf(ROLES, {
  description:
    'What they may do: administrators everything; managers everything but accounts and settings, and viewers nothing but read, within their tags; learners see themselves.',
});
export const METHODS = ['password', 'link', 'pin'] as const;
export const Method = OneOf(METHODS, { description: 'How they signed in.' });
export type Method = (typeof METHODS)[number];
