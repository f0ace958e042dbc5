import {
  IconBolt,
  IconCertificate,
  IconChecklist,
  IconSchool,
  IconTruck,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { matches } from '../parts/fold.ts';
import { useCourses } from '../parts/known.ts';
import { useChoices, useRequirements } from '../rules/data.ts';
import { DIRECTORY, PAGES, useWhole } from '../shell/pages.ts';

/** Something that the palette leads to, or does. */
export interface Found {
  key: string;
  label: string;
  told?: string | undefined;
  Icon: TablerIcon;
  to?: string;
  run?(): void;
}

interface Group {
  name: 'pages' | 'actions' | 'subjects' | 'requirements' | 'courses' | 'types';
  items: Found[];
}

/** Answers of a kind that are shown. */
const SHOWN = 4;
const PEOPLE = 6;

/** What the head of the page offers to whoever is there, as its buttons say it. */
function actionsHere(): Found[] {
  const buttons = document.querySelectorAll<HTMLElement>('.head .actions :is(button, a)');
  return [...buttons]
    .filter((button) => button.checkVisibility())
    .map((button, n) => ({
      key: `action-${n}`,
      label: button.getAttribute('aria-label') ?? button.textContent ?? '',
      Icon: IconBolt,
      run: () => button.click(),
    }))
    .filter(({ label }) => label !== '');
}

/**
 * What there is by a name.
 *
 * @param typed what is looked for among what is already known
 * @param asked what the server is asked for: the same, a moment later
 */
export function useFound(typed: string, asked: string) {
  const shell = useTranslations('shell');
  const kinds = useTranslations('kinds');
  const [actions] = useState(actionsHere);
  const { data: subjects, isFetching } = useQuery({
    queryKey: ['subjects', 'palette', asked],
    queryFn: async ({ signal }) =>
      (await crew.subjects.list({ search: asked, status: 'active', limit: 2 * PEOPLE }, { signal })).data,
    enabled: asked !== '',
  });
  const whole = useWhole();
  const { data: courses } = useCourses();
  const { data: types } = useChoices('type');
  const { data: requirements } = useRequirements('written');
  const named = (
    rows: readonly { id: string; label: string }[] | undefined,
    Icon: TablerIcon,
    to: (id: string) => string,
  ): Found[] =>
    typed === ''
      ? []
      : (rows ?? [])
          .filter(({ label }) => matches(label, typed))
          .slice(0, SHOWN)
          .map(({ id, label }) => ({ key: id, label, Icon, to: to(id) }));
  const found = asked === '' || typed === '' ? [] : (subjects ?? []);
  const groups: Group[] = [
    {
      name: 'pages',
      items: [...PAGES, ...DIRECTORY, ...whole]
        .map(({ to, name, Icon }) => ({ key: to, label: shell(name), Icon, to }))
        .filter(({ label }) => matches(label, typed)),
    },
    { name: 'actions', items: actions.filter(({ label }) => matches(label, typed)) },
    {
      name: 'subjects',
      items: found.slice(0, PEOPLE).map(({ id, name, type, tags }) => ({
        key: id,
        label: name,
        told: [kinds(type), ...tags.slice(0, 2).map((tag) => tag.name)].join(' · '),
        Icon: type === 'vehicle' ? IconTruck : IconUser,
        to: `/person/${id}`,
      })),
    },
    {
      name: 'requirements',
      items: named(
        requirements?.map(({ id, name }) => ({ id, label: name })),
        IconChecklist,
        (id) => `/rules/${id}`,
      ),
    },
    {
      name: 'courses',
      items: named(
        courses?.map(({ id, title }) => ({ id, label: title })),
        IconSchool,
        (id) => `/training/courses?open=${id}`,
      ),
    },
    {
      name: 'types',
      items: named(
        types?.map(({ value, label }) => ({ id: value, label })),
        IconCertificate,
        (id) => `/qualifications/types?open=${id}`,
      ),
    },
  ];
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    isAsking: typed !== asked || isFetching,
  };
}
