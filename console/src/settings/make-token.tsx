import { Button, MultiSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { crew, queries } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FormFoot } from '../parts/form-foot.tsx';
import { refusalsOf } from '../parts/refusals.ts';
import { useScopes } from './data.ts';
import { Secret } from './secret.tsx';
import { TagField } from './tag-field.tsx';

/** Makes a token, and shows it once. */
export function MakeToken({ close }: { close(): void }) {
  const t = useTranslations('settings.tokens');
  const s = useTranslations('settings');
  const { data: known } = useScopes();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [tagIds, setTagIds] = useState<string[]>([]);
  const [token, setToken] = useState<string>();
  const [refused, setRefused] = useState<unknown>();
  const at = refusalsOf(refused);
  if (token !== undefined)
    return (
      <Dialog title={t('made', { name })} close={close}>
        <div className="dialog-body">
          <Secret label={t('text')} text={token} told={t('once')} />
        </div>
        <div className="dialog-foot">
          <Button className="quiet-button" onClick={close}>
            {s('done')}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t('make')} close={close}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          try {
            const made = await crew.tokens.create({
              name,
              scopes,
              ...(tagIds.length > 0 && { tagIds }),
            });
            setToken(made.token ?? '');
            await queries.invalidateQueries({ queryKey: ['tokens'] });
          } catch (error) {
            setRefused(error);
          }
        }}
      >
        <div className="dialog-body">
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            required
            withAsterisk={false}
            data-autofocus
            maxLength={255}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={at.name}
          />
          <MultiSelect
            label={t('scopes')}
            description={t('scopesHint')}
            data={known ?? []}
            value={scopes}
            onChange={setScopes}
            error={at.scopes}
            searchable
            limit={50}
            withScrollArea={false}
            className="picks"
            classNames={{ options: 'picks-options' }}
            comboboxProps={{ shadow: 'none', withinPortal: false }}
          />
          <TagField value={tagIds} change={setTagIds} refused={at.tagIds} />
        </div>
        <FormFoot
          refused={Object.keys(at).length > 0 ? undefined : refused}
          close={close}
          send={t('makeIt')}
        />
      </form>
    </Dialog>
  );
}
