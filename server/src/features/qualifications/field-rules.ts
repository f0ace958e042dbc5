import { type FieldRules, QUALIFICATION_TYPES } from '../fields/index.ts';

/** What the fields of a qualification can be. Source: the public spec's qualification field inputs. */
export const QUALIFICATION_RULES: FieldRules = {
  of: 'qualification',
  types: QUALIFICATION_TYPES,
  actions: ['askFollowupQuestion'],
  mediaIn: 'mediaList',
};
