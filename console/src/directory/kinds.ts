import { crew } from '../api.ts';
import type { Kind } from './data.ts';

/** Fields of a form, in order; those of `once` are only said when somebody is added. */
export interface FieldOf {
  name: string;
  isRequired?: boolean;
  isOnce?: boolean;
  type?: 'email' | 'tel' | 'password';
}

export const FIELDS: Record<Kind, readonly FieldOf[]> = {
  driver: [
    { name: 'name', isRequired: true },
    { name: 'username', isRequired: true },
    { name: 'password', isRequired: true, isOnce: true, type: 'password' },
    { name: 'phone', type: 'tel' },
    { name: 'licenseNumber' },
    { name: 'licenseState' },
    { name: 'notes' },
  ],
  user: [
    { name: 'name', isRequired: true },
    { name: 'email', isRequired: true, isOnce: true, type: 'email' },
  ],
  vehicle: [{ name: 'name', isRequired: true }, { name: 'vin' }, { name: 'licensePlate' }, { name: 'notes' }],
};

/** What a form says: each field as text, and the tags. */
export interface Said {
  [name: string]: string | string[];
}

type Writes = {
  create(said: Said): PromiseLike<{ id: string }>;
  update(id: string, said: Said): PromiseLike<unknown>;
};

// The names of a form's fields are those of the contract; the server says what is wrong with them.
export const WRITES: Record<Kind, Writes> = {
  driver: {
    create: (said) => crew.drivers.create(said as never),
    update: (id, said) => crew.drivers.update({ id, ...said } as never),
  },
  user: {
    create: (said) => crew.users.create({ authType: 'default', roles: [], ...said } as never),
    update: (id, said) => crew.users.update({ id, ...said } as never),
  },
  vehicle: {
    create: (said) => crew.vehicles.create(said as never),
    update: (id, said) => crew.vehicles.update({ id, ...said } as never),
  },
};

/** What is known of one that is there, as a form has it. */
export async function readSaid(id: string, kind: Kind, signal: AbortSignal): Promise<Said> {
  const read = { driver: crew.drivers, user: crew.users, vehicle: crew.vehicles }[kind];
  const known = (await read.get({ id }, { signal })) as unknown as Record<string, unknown>;
  const said: Said = {};
  for (const { name } of FIELDS[kind]) said[name] = typeof known[name] === 'string' ? known[name] : '';
  if (kind !== 'user') said.tagIds = ((known.tags as { id: string }[]) ?? []).map((tag) => tag.id);
  return said;
}

/** The fields that are said otherwise than before. */
export function changed(before: Said, after: Said): Said {
  const same = (name: string): boolean =>
    JSON.stringify([before[name]].flat().sort()) === JSON.stringify([after[name]].flat().sort());
  return Object.fromEntries(Object.entries(after).filter(([name]) => !same(name)));
}
