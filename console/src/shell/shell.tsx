import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconGridDots, IconLogout, IconMoonStars, IconSun } from '@tabler/icons-react';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew, type Session } from '../api.ts';
import { Initials } from '../parts/initials.tsx';
import { Toasts } from '../parts/toasts.tsx';
import { Jump, JumpField } from './jump.tsx';
import { Mark } from './mark.tsx';
import { useOnline } from './online.ts';
import { DIRECTORY, PAGES, type Place, useWhole } from './pages.ts';

/** The frame of every page: where one can go, and who is there. */
export function Shell({ session, children }: { session: Session; children: ReactNode }) {
  const t = useTranslations('shell');
  const isOnline = useOnline();
  const isFetching = useIsFetching() > 0;
  return (
    <Jump>
      <div className="shell">
        <a className="skip" href="#page">
          {t('skip')}
        </a>
        <nav className="nav" aria-label={t('pages')}>
          <div className="organization">
            <Mark />
            <strong>{session.organization.name}</strong>
          </div>
          <JumpField />
          <Links pages={PAGES} />
          <h2 id="directory">{t('directory')}</h2>
          <Links pages={DIRECTORY} />
          <div className="nav-foot">
            <Links pages={useWhole()} />
            <Account session={session} />
          </div>
        </nav>
        <div className="page" id="page">
          {!isOnline && (
            <p className="offline" role="status">
              {t('offline')}
            </p>
          )}
          <div className="fetching" data-active={isFetching || undefined} aria-hidden />
          {children}
        </div>
        <Toasts />
      </div>
    </Jump>
  );
}

function Links({ pages }: { pages: readonly Place[] }) {
  const t = useTranslations('shell');
  const { pathname } = useLocation();
  const isHere = (under: string): boolean =>
    pathname === under || (under !== '/' && pathname.startsWith(`${under}/`));
  return (
    <ul>
      {pages.map(({ to, under, name, Icon, isInBar }) => (
        <li key={to} data-in-bar={isInBar || undefined}>
          <Link
            to={to}
            className={isHere(under) ? 'nav-item active' : 'nav-item'}
            aria-current={isHere(under) ? 'page' : undefined}
          >
            <Icon size={17} stroke={1.6} aria-hidden />
            <span>{t(name)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Account({ session: { person, role } }: { session: Session }) {
  const t = useTranslations('shell');
  const known = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark = colorScheme === 'dark';
  const whole = useWhole();
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <UnstyledButton className="account">
          <Initials name={person.name} />
          <span>
            <strong>{person.name}</strong>
            <small>{t(role)}</small>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={isDark ? <IconSun size={14} stroke={1.8} /> : <IconMoonStars size={14} stroke={1.8} />}
          onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
        >
          {t(isDark ? 'light' : 'dark')}
        </Menu.Item>
        {[...PAGES, ...DIRECTORY, ...whole]
          .filter(({ isInBar }) => !isInBar)
          .map(({ to, name, Icon }) => (
            <Menu.Item
              key={to}
              className="narrow-only"
              component={Link}
              to={to}
              leftSection={<Icon size={14} stroke={1.8} />}
            >
              {t(name)}
            </Menu.Item>
          ))}
        <Menu.Item component="a" href="/docs" leftSection={<IconGridDots size={14} stroke={1.8} />}>
          {t('api')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={14} stroke={1.8} />}
          onClick={async () => {
            await crew.session.delete({});
            known.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
            known.setQueryData(['session'], null);
          }}
        >
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
