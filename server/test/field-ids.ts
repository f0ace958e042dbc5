import type { Probe } from './probe.ts';

/** A role that every organization has. */
export const ROLE = '7c1b7f5e-0d0a-4c39-9a54-3f1d5a6f0003';

const chosen = (n: number) => () => `0191d1b8-1111-7000-8000-00000000000${n}`;

/** The ids in definitions of fields: their caller chooses them. */
export const DEFINITION_IDS: Probe['names'] = {
  'sections.id': chosen(1),
  sectionId: chosen(1),
  'fields.id': chosen(2),
  fieldId: chosen(2),
  'options.id': chosen(3),
  selectedOptionIds: chosen(3),
  'columns.id': chosen(4),
  autofillFromId: chosen(5),
  filterByRoleIds: () => ROLE,
  roleIds: () => ROLE,
};

/** The ids in values of fields, beside that of the field. */
export const VALUE_IDS: Probe['names'] = {
  valueId: chosen(3),
  valueIds: chosen(3),
  'rows.id': chosen(6),
  polymorphicUserId: ({ driver }) => `driver-${driver}`,
  'asset.id': 'vehicle',
  'geofence.id': () => '1',
};
