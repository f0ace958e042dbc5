import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { matches } from '../parts/fold.ts';
import { Initials } from '../parts/initials.tsx';
import { usePeople, useTags } from '../parts/known.ts';

/** Names that are shown one by one. */
const SHOWN = 14;
const FOUND = 6;

export interface Who {
  kind: 'people' | 'tag';
  ids: readonly string[];
  tagId: string;
}

/** Who is to learn: people one by one, or all of a tag. */
export function WhoField({ who, setWho }: { who: Who; setWho(next: Who): void }) {
  const t = useTranslations('assign');
  const { data: tags } = useTags();
  return (
    <fieldset>
      <legend>{t('who')}</legend>
      <div className="choice">
        {(['people', 'tag'] as const).map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="who"
              checked={who.kind === kind}
              onChange={() => setWho({ ...who, kind })}
            />
            {t(kind)}
          </label>
        ))}
      </div>
      {who.kind === 'tag' ? (
        <NativeSelect
          aria-label={t('tag')}
          value={who.tagId}
          onChange={(event) => setWho({ ...who, tagId: event.currentTarget.value })}
          data={[
            { value: '', label: t('chooseTag') },
            ...(tags ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : (
        <Picker ids={who.ids} setIds={(ids) => setWho({ ...who, ids })} />
      )}
    </fieldset>
  );
}

function Picker({ ids, setIds }: { ids: readonly string[]; setIds(next: readonly string[]): void }) {
  const t = useTranslations('assign');
  const { data: people } = usePeople();
  const [wanted, setWanted] = useState('');
  const found = wanted.trim()
    ? [...(people?.values() ?? [])]
        .filter(({ id, name, status }) => status === 'active' && !ids.includes(id) && matches(name, wanted))
        .slice(0, FOUND)
    : [];
  const add = (id: string): void => {
    setIds([...ids, id]);
    setWanted('');
  };
  return (
    <>
      <TextInput
        aria-label={t('find')}
        placeholder={t('find')}
        data-autofocus
        leftSection={<IconSearch size={14} stroke={1.8} />}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !wanted) return;
          event.preventDefault();
          if (found[0]) add(found[0].id);
        }}
      />
      {found.length > 0 && (
        <ul className="found" aria-label={t('found')}>
          {found.map(({ id, name, tags }) => (
            <li key={id}>
              <button type="button" onClick={() => add(id)}>
                <Initials name={name} />
                <strong>{name}</strong>
                <small>{tags.map((tag) => tag.name).join(', ')}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="picked">
        {ids.slice(0, SHOWN).map((id) => {
          const name = people?.get(id)?.name ?? '…';
          return (
            <button
              key={id}
              type="button"
              aria-label={t('remove', { name })}
              onClick={() => setIds(ids.filter((each) => each !== id))}
            >
              {name}
              <IconX size={12} stroke={2} aria-hidden />
            </button>
          );
        })}
        {ids.length > SHOWN && <span className="pill">{t('others', { count: ids.length - SHOWN })}</span>}
      </div>
    </>
  );
}
