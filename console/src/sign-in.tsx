import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { crew, toldOf } from './api.ts';
import { Mark } from './shell/mark.tsx';
import './sign-in.css';

/** Name and password; what was typed stays when it is refused. */
export function SignIn() {
  const t = useTranslations('signIn');
  const known = useQueryClient();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => crew.session.create({ name, password }),
    onSuccess: (session) => known.setQueryData(['session'], session),
  });
  return (
    <main className="sign-in">
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <Mark />
        <h1>{t('title')}</h1>
        <TextInput
          label={t('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          required
        />
        <PasswordInput
          label={t('password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          required
        />
        <p role="alert" className="refused">
          {signIn.error && toldOf(signIn.error).message}
        </p>
        <Button type="submit" className="strong" loading={signIn.isPending} fullWidth>
          {t('submit')}
        </Button>
        {location.protocol === 'http:' && location.hostname !== 'localhost' && (
          <p className="quiet">{t('plain')}</p>
        )}
      </form>
    </main>
  );
}
