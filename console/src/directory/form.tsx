import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { toldOf } from '../api.ts';
import { useTags } from '../parts/known.ts';
import type { Kind } from './data.ts';
import { FIELDS, type Said } from './kinds.ts';
import { treeOf } from './tree.ts';

interface Props {
  kind: Kind;
  /** What is known; nothing for one that is new. */
  known?: Said;
  submit: string;
  save(said: Said): Promise<unknown>;
  children?: ReactNode;
}

/** The field that a message names: `username: …` or `… parameter username: …`. */
const names = (message: string, field: string): boolean =>
  new RegExp(`(^|[ /.])${field}\\b`).test(message.split(':')[0] ?? '');

/** What can be said of a person or vehicle; what is refused is told at its field, and what was typed stays. */
export function Form({ kind, known, submit, save, children }: Props) {
  const t = useTranslations('fields');
  const p = useTranslations('directory');
  const [refused, setRefused] = useState('');
  const [isBusy, setBusy] = useState(false);
  const fields = FIELDS[kind].filter(({ isOnce }) => !known || !isOnce);
  const atField = fields.find(({ name }) => names(refused, name))?.name;
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said: Said = {};
    for (const { name } of fields) {
      const value = String(form.get(name) ?? '').trim();
      if (value || known) said[name] = value;
    }
    if (kind !== 'user') said.tagIds = form.getAll('tagIds').map(String);
    setBusy(true);
    setRefused('');
    await save(said).catch((error: unknown) => setRefused(toldOf(error).message));
    setBusy(false);
  };
  return (
    <form className="side-form" onSubmit={onSubmit}>
      <div className="side-body">
        {children}
        {fields.map(({ name, isRequired, type }) => {
          const Input = type === 'password' ? PasswordInput : TextInput;
          return (
            <Input
              key={name}
              name={name}
              {...(type && type !== 'password' && { type })}
              label={t(name as 'name')}
              required={isRequired ?? false}
              defaultValue={String(known?.[name] ?? '')}
              autoComplete={type === 'password' ? 'new-password' : 'off'}
              error={atField === name && refused}
            />
          );
        })}
        {kind !== 'user' && <TagBoxes chosen={(known?.tagIds as string[] | undefined) ?? []} />}
      </div>
      <footer className="side-foot">
        <p role="alert" className="refused">
          {!atField && refused}
        </p>
        <Button type="submit" className="strong" loading={isBusy}>
          {submit || p('save')}
        </Button>
      </footer>
    </form>
  );
}

function TagBoxes({ chosen }: { chosen: readonly string[] }) {
  const t = useTranslations('directory');
  const { data: tags } = useTags();
  if (!tags || tags.length === 0) return null;
  return (
    <fieldset className="boxes">
      <legend>{t('tags')}</legend>
      <ul>
        {treeOf(tags).map(({ tag, depth }) => (
          <li key={tag.id} style={{ paddingLeft: depth * 18 }}>
            <label>
              <input type="checkbox" name="tagIds" value={tag.id} defaultChecked={chosen.includes(tag.id)} />
              {tag.name}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
