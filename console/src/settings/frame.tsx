import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import '@mantine/core/styles/Combobox.css';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import '../directory/directory.css';
import { Head } from '../parts/head.tsx';
import { useMay } from '../parts/may.ts';
import { Tabs } from '../parts/tabs.tsx';
import './settings.css';

/** A page of the settings, for those who may change them. */
export function Frame({
  scope,
  actions,
  children,
}: {
  scope: string;
  actions: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('settings');
  const { mayForAll } = useMay(scope);
  return (
    <>
      <Head title={t('title')}>
        <Tabs
          label={t('pages.label')}
          tabs={[
            { to: '/settings/accounts', name: t('pages.accounts') },
            { to: '/settings/tokens', name: t('pages.tokens') },
          ]}
        />
        {mayForAll && <div className="actions">{actions}</div>}
      </Head>
      {mayForAll ? (
        children
      ) : (
        <main className="body">
          <div className="empty">
            <p>{t('onlyAdministrators')}</p>
          </div>
        </main>
      )}
    </>
  );
}
