import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { ROLES, type Role } from './data.ts';
import { TagField } from './tag-field.tsx';

export interface Rights {
  role: Role;
  tagIds: string[];
}

const hasTags = (role: Role): boolean => role === 'manager' || role === 'viewer';

/** The same for the server: tags only where the role has some, none for the whole organization. */
export const sentRights = ({ role, tagIds }: Rights) => ({
  role,
  ...(hasTags(role) ? { tagIds: tagIds.length > 0 ? tagIds : null } : {}),
});

/** What somebody may do, and for whom. */
export function RoleFields({
  value,
  change,
  refused,
}: {
  value: Rights;
  change(value: Rights): void;
  refused: Record<string, string>;
}) {
  const t = useTranslations('settings.accounts');
  return (
    <>
      <NativeSelect
        label={t('role')}
        description={t(`rolesHint.${value.role}`)}
        value={value.role}
        onChange={(event) => change({ ...value, role: event.currentTarget.value as Role })}
        data={ROLES.map((each) => ({ value: each, label: t(`roles.${each}`) }))}
        error={refused.role}
      />
      {hasTags(value.role) && (
        <TagField
          value={value.tagIds}
          change={(tagIds) => change({ ...value, tagIds })}
          refused={refused.tagIds}
        />
      )}
    </>
  );
}
