import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { crew, queries } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FormFoot } from '../parts/form-foot.tsx';
import { refusalsOf } from '../parts/refusals.ts';
import { toast } from '../parts/toasts.tsx';
import type { Account } from './data.ts';
import { Invitation } from './invitation.tsx';
import { type Rights, RoleFields, sentRights } from './role-fields.tsx';

/** Adds a user with an account, and makes the link that they first sign in by. */
export function AddAccount({ close }: { close(): void }) {
  const t = useTranslations('settings.accounts');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [rights, setRights] = useState<Rights>({ role: 'manager', tagIds: [] });
  const [added, setAdded] = useState<Account>();
  const [refused, setRefused] = useState<unknown>();
  const at = refusalsOf(refused);
  if (added) return <Invitation account={added} close={close} />;
  return (
    <Dialog title={t('add')} close={close}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          try {
            setAdded(await crew.accounts.create({ name, email, ...sentRights(rights) }));
            toast(t('added', { name }));
            await queries.invalidateQueries({ queryKey: ['accounts'] });
          } catch (error) {
            setRefused(error);
          }
        }}
      >
        <div className="dialog-body">
          <TextInput
            label={t('name')}
            required
            withAsterisk={false}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={at.name}
          />
          <TextInput
            label={t('email')}
            type="email"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={at.email}
          />
          <RoleFields value={rights} change={setRights} refused={at} />
        </div>
        <FormFoot
          refused={Object.keys(at).length > 0 ? undefined : refused}
          close={close}
          send={t('addIt')}
        />
      </form>
    </Dialog>
  );
}
