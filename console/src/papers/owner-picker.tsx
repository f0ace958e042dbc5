import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { useOwner } from './data.ts';

/** Answers that are shown at a time. */
const SHOWN = 20;

interface Props {
  label: string;
  kind: 'worker' | 'asset';
  /** The id of whoever is picked. */
  value: string;
  change(id: string, type: 'driver' | 'user' | 'vehicle'): void;
  error?: string | undefined;
  isFirst?: boolean;
}

/** Finds a person or vehicle on the server as their name is typed. */
export function OwnerPicker({ label, kind, value, change, error, isFirst = false }: Props) {
  const t = useTranslations('papers');
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const { data: picked } = useOwner(value);
  const search = typed === picked?.name ? '' : typed.trim();
  const { data: found, isFetching } = useQuery({
    queryKey: ['subjects', 'picked', kind, search],
    queryFn: async ({ signal }) =>
      (
        await crew.subjects.list(
          {
            types: kind === 'asset' ? ['vehicle'] : ['driver', 'user'],
            limit: SHOWN,
            ...(search && { search }),
          },
          { signal },
        )
      ).data,
    staleTime: 60_000,
  });
  const all =
    picked && !found?.some(({ id }) => id === picked.id) ? [picked, ...(found ?? [])] : (found ?? []);
  return (
    <Select
      label={label}
      placeholder={t(kind === 'asset' ? 'findVehicle' : 'findPerson')}
      required
      searchable
      data={all.map(({ id, name }) => ({ value: id, label: name }))}
      value={value || null}
      onChange={(id) => {
        const one = all.find((each) => each.id === id);
        if (one) change(one.id, one.type);
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={t(isFetching ? 'searching' : 'nobody')}
      withScrollArea={false}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      // It closes the answers, and not what they are asked in.
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) event.stopPropagation();
      }}
      comboboxProps={{ shadow: 'none' }}
      error={error}
      {...(isFirst && { 'data-autofocus': true })}
    />
  );
}
