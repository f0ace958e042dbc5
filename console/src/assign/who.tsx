import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { crew } from '../api.ts';
import { Initials } from '../parts/initials.tsx';
import { usePeople, useTags } from '../parts/known.ts';

/** Names that are shown one by one. */
const SHOWN = 14;
const FOUND = 6;
/** Answers that one request has at most. */
const MOST = 512;

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
  const { data: people } = usePeople(ids);
  const [wanted, setWanted] = useState('');
  const [isEntered, setEntered] = useState(false);
  const search = wanted.trim();
  const { data: answer, isPlaceholderData: isOld } = useQuery({
    queryKey: ['subjects', 'found', search],
    queryFn: async ({ signal }) =>
      (
        await crew.subjects.list(
          { search, types: ['driver', 'user'], status: 'active', limit: Math.min(MOST, FOUND + ids.length) },
          { signal },
        )
      ).data,
    enabled: search !== '',
  });
  const found = search && !isOld ? (answer ?? []).filter(({ id }) => !ids.includes(id)).slice(0, FOUND) : [];
  const add = (id: string): void => {
    setIds([...ids, id]);
    setWanted('');
    setEntered(false);
  };
  const [first] = found;
  // Whoever types fast presses Enter before the answer is there.
  useEffect(() => {
    if (isEntered && first) add(first.id);
  });
  return (
    <>
      <TextInput
        aria-label={t('find')}
        placeholder={t('find')}
        data-autofocus
        leftSection={<IconSearch size={14} stroke={1.8} />}
        value={wanted}
        onChange={(event) => {
          setWanted(event.currentTarget.value);
          setEntered(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !wanted) return;
          event.preventDefault();
          setEntered(true);
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
