import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAsked } from '../parts/asked.ts';
import { Problem } from '../parts/problem.tsx';
import { Rows } from '../parts/rows.tsx';
import { AccountSide } from './account-side.tsx';
import { AddAccount } from './add-account.tsx';
import { type Account, ROLES, useAccounts } from './data.ts';
import { Frame } from './frame.tsx';
import { useTagNames } from './tag-field.tsx';

/** Who may sign in, and as what: one opens beside the list. */
export default function Accounts() {
  const t = useTranslations('settings.accounts');
  const [isAdding, setAdding] = useState(false);
  return (
    <Frame
      scope="Write Accounts"
      actions={
        <Button
          className="strong"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={() => setAdding(true)}
          aria-label={t('add')}
        >
          <span className="wide">{t('add')}</span>
          <span className="short" aria-hidden>
            {t('addIt')}
          </span>
        </Button>
      }
    >
      <List />
      {isAdding && <AddAccount close={() => setAdding(false)} />}
    </Frame>
  );
}

function List() {
  const t = useTranslations('settings.accounts');
  const { of: said, ask } = useAsked();
  const role = said('role');
  const found = useAccounts(role);
  const { rows, data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const opened = said('open');
  const account = rows.find(({ id }) => id === opened);
  return (
    <>
      <search className="filters">
        <NativeSelect
          aria-label={t('role')}
          value={role}
          onChange={(event) => ask({ role: event.currentTarget.value })}
          data={[
            { value: '', label: t('allRoles') },
            ...ROLES.map((value) => ({ value: value as string, label: t(`roles.${value}`) })),
          ]}
        />
      </search>
      <main className="matrix">
        {error && !data && <Problem error={error} again={refetch} />}
        {data && rows.length === 0 && (
          <div className="empty">
            <p>{t('none')}</p>
          </div>
        )}
        {rows.length > 0 && (
          <Rows
            rows={rows}
            idOf={({ id }) => id}
            line={(row) => <Line account={row} />}
            className="settings"
            count={hasNextPage ? undefined : rows.length}
            opened={opened}
            open={(id) => ask({ open: id }, true)}
            more={hasNextPage && !isFetchingNextPage ? more : undefined}
          />
        )}
        {account && (
          <AccountSide
            key={`${account.id} ${account.updatedAtTime}`}
            account={account}
            close={() => ask({ open: '' })}
          />
        )}
      </main>
    </>
  );
}

function Line({ account: { name, id, login, role, tagIds, status } }: { account: Account }) {
  const t = useTranslations('settings.accounts');
  const names = useTagNames();
  const hasTags = role === 'manager' || role === 'viewer';
  return (
    <>
      <strong>{name ?? id}</strong>
      <span className="in">
        {t(`roles.${role}`)}
        {hasTags && ` · ${names(tagIds)}`}
      </span>
      <span className="in">{login}</span>
      <span className="met">{status === 'disabled' && <span className="badge">{t('disabled')}</span>}</span>
    </>
  );
}
