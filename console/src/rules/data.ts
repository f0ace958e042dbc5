import { useQuery } from '@tanstack/react-query';
import { crew } from '../api.ts';

/** More of a kind than anybody writes by hand. */
const MOST = 20_000;

export const STATES = ['written', 'draft', 'published', 'archived'] as const;
export type State = (typeof STATES)[number];

/** Requirements in a state, by name; `written` is all but archived ones. */
export const useRequirements = (state: State) =>
  useQuery({
    queryKey: ['requirements', state],
    queryFn: async ({ signal }) => {
      const states = state === 'written' ? undefined : [state];
      const all = await crew.requirements.list(states ? { states } : {}, { signal }).toArray(MOST);
      return all.sort((a, b) => a.name.localeCompare(b.name));
    },
    refetchInterval: 30_000,
  });

/** How much is met of each requirement. */
export const useFigures = () =>
  useQuery({
    queryKey: ['readiness'],
    queryFn: ({ signal }) => crew.readiness.get({}, { signal }),
    refetchInterval: 15_000,
    select: ({ requirements }) => new Map(requirements.map((each) => [each.id, each])),
  });

/** One requirement; undefined for an address without an id, null where there is none by it. */
export const useRequirement = (id: string | undefined) =>
  useQuery({
    queryKey: ['requirement', id],
    queryFn: async ({ signal }) => {
      const states = ['draft', 'published', 'archived'] as const;
      const { data } = await crew.requirements.list({ ids: [id as string], states: [...states] }, { signal });
      return data[0] ?? null;
    },
    enabled: id !== undefined,
    placeholderData: undefined,
  });

/** What a rule names by id. */
export type Kind = 'tag' | 'course' | 'category' | 'type' | 'attribute' | 'role' | 'template';

/** Something that can be picked. */
export interface Choice {
  value: string;
  label: string;
  /** What else there is to know of it: the labels of a type's fields, the values of an attribute. */
  fields?: readonly { label: string; type: string; options: readonly string[] }[];
  attributeType?: string;
  values?: readonly string[];
}

const named = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, label: name });

const READ: Record<Kind, (signal: AbortSignal) => Promise<Choice[]>> = {
  tag: async (signal) => (await crew.tags.list({}, { signal }).toArray(MOST)).map(named),
  role: async (signal) => (await crew.userRoles.list({}, { signal }).toArray(MOST)).map(named),
  category: async (signal) => (await crew.courseCategories.list({}, { signal }).toArray(MOST)).map(named),
  course: async (signal) =>
    (await crew.courses.list({}, { signal }).toArray(MOST)).map(({ id, title }) => ({
      value: id,
      label: title,
    })),
  template: async (signal) =>
    (await crew.formTemplates.list({}, { signal }).toArray(MOST)).map(({ id, title }) => ({
      value: id,
      label: title,
    })),
  type: async (signal) => {
    const both = (['worker', 'asset'] as const).map((entityType) =>
      crew.qualificationTypes.list({ entityType }, { signal }).toArray(MOST),
    );
    return (await Promise.all(both)).flat().map((type) => ({
      ...named(type),
      fields: type.fields.map((field) => ({
        label: field.label,
        type: field.type,
        options: (field.options ?? []).map(({ label }) => label),
      })),
    }));
  },
  attribute: async (signal) => {
    const both = (['driver', 'asset'] as const).map((entityType) =>
      crew.attributes.list({ entityType }, { signal }).toArray(MOST),
    );
    return (await Promise.all(both)).flat().map((attribute) => ({
      ...named(attribute),
      attributeType: attribute.attributeType,
      values: attribute.stringValues ?? (attribute.numberValues ?? []).map(String),
    }));
  },
};

/** All of a kind, by name: the server has no search for them. */
export const useChoices = (kind: Kind) =>
  useQuery({
    queryKey: ['choices', kind],
    queryFn: async ({ signal }) => (await READ[kind](signal)).sort((a, b) => a.label.localeCompare(b.label)),
    staleTime: 60_000,
  });
