import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { refusalsOf } from '../parts/refusals.ts';
import { Side } from '../parts/side.tsx';
import { toast } from '../parts/toasts.tsx';
import type { Account } from './data.ts';
import { Invitation } from './invitation.tsx';
import { type Rights, RoleFields, sentRights } from './role-fields.tsx';

type Change = Parameters<typeof crew.accounts.update>[0];

async function update(change: Change): Promise<void> {
  await crew.accounts.update(change);
  await queries.invalidateQueries({ queryKey: ['accounts'] });
}

/** An account beside the list: what it may do, and the way in. */
export function AccountSide({ account, close }: { account: Account; close(): void }) {
  const t = useTranslations('settings.accounts');
  const format = useFormatter();
  const { id, name = id, login, role, tagIds = [], status } = account;
  const before: Rights = { role, tagIds };
  const [rights, setRights] = useState(before);
  const [isInviting, setInviting] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const at = refusalsOf(refused);
  const isActive = status === 'active';
  const set = async (change: Change, back: Change, told: string): Promise<void> => {
    try {
      await update(change);
      toast(told, () => update(back));
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <Side over={login} title={name} close={close}>
      <p className="side-links">
        {isActive && (
          <Button className="quiet-button" size="compact-sm" onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        )}
        <Button
          className="quiet-button"
          size="compact-sm"
          onClick={() =>
            set(
              { id, status: isActive ? 'disabled' : 'active' },
              { id, status },
              t(isActive ? 'isDisabled' : 'isEnabled', { name }),
            )
          }
        >
          {t(isActive ? 'disable' : 'enable')}
        </Button>
        {account.personType === 'driver' && <Link to={`/person/${id}`}>{t('person')}</Link>}
      </p>
      <form
        className="side-body settings-facts"
        onSubmit={(event) => {
          event.preventDefault();
          void set({ id, ...sentRights(rights) }, { id, ...sentRights(before) }, t('changed', { name }));
        }}
      >
        <RoleFields value={rights} change={setRights} refused={at} />
        <p role="alert" className="refused">
          {refused !== undefined && Object.keys(at).length === 0 && toldOf(refused).message}
        </p>
        {JSON.stringify(rights) !== JSON.stringify(before) && (
          <Button type="submit" className="strong">
            {t('save')}
          </Button>
        )}
        <p className="quiet">
          {t('since', { when: format.dateTime(new Date(account.createdAtTime), { dateStyle: 'medium' }) })}
        </p>
      </form>
      {isInviting && <Invitation account={account} close={() => setInviting(false)} />}
    </Side>
  );
}
