import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useMayWrite } from '../parts/known.ts';
import { Side } from '../parts/side.tsx';
import { toast } from '../parts/toasts.tsx';
import { type Tag, treeOf, withBelow } from './tree.ts';

interface Props {
  tags: readonly Tag[];
  /** Nothing for one that is new. */
  tag: Tag | undefined;
  close(): void;
  made(id: string): void;
}

/** A tag to be named and moved, or a new one. */
export function TagForm({ tags, tag, close, made }: Props) {
  const t = useTranslations('directory');
  const mayWrite = useMayWrite();
  const [refused, setRefused] = useState('');
  const [isAsking, setAsking] = useState(false);
  const own = tag ? withBelow(tags, tag.id) : new Set<string>();
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [name, parent] = [String(form.get('name')).trim(), String(form.get('parent'))];
    setRefused('');
    try {
      if (tag) {
        const { id } = tag;
        await crew.tags.update({ id, name, parentTagId: parent || null });
        toast(t('changed', { name }), async () => {
          await crew.tags.update({ id, name: tag.name, parentTagId: tag.parentTagId ?? null });
          await queries.invalidateQueries();
        });
      } else {
        const { id } = await crew.tags.create({ name, ...(parent && { parentTagId: parent }) });
        toast(t('added', { name }), async () => {
          await crew.tags.delete({ id });
          close();
          await queries.invalidateQueries();
        });
        await queries.invalidateQueries();
        made(id);
      }
      await queries.invalidateQueries();
    } catch (error) {
      setRefused(toldOf(error).message);
    }
  };
  const remove = async (): Promise<void> => {
    try {
      await crew.tags.delete({ id: tag?.id as string });
      close();
      await queries.invalidateQueries();
    } catch (error) {
      setAsking(false);
      setRefused(toldOf(error).message);
    }
  };
  return (
    <Side over={tag && t('tag')} title={tag?.name ?? t('addTag')} close={close}>
      {tag && (
        <p className="side-links">
          <Link to={`/directory/people?tag=${tag.id}`}>{t('peopleIn')}</Link>
          <Link to={`/directory/vehicles?tag=${tag.id}`}>{t('vehiclesIn')}</Link>
        </p>
      )}
      <form className="side-form" onSubmit={save}>
        <div className="side-body">
          <TextInput name="name" label={t('name')} required defaultValue={tag?.name} autoComplete="off" />
          <NativeSelect
            name="parent"
            label={t('parent')}
            defaultValue={tag?.parentTagId ?? ''}
            data={[
              { value: '', label: t('top') },
              ...treeOf(tags)
                .filter((each) => !own.has(each.tag.id))
                .map((each) => ({
                  value: each.tag.id,
                  label: `${'\u2003'.repeat(each.depth)}${each.tag.name}`,
                })),
            ]}
          />
        </div>
        {mayWrite && (
          <footer className="side-foot">
            <p role="alert" className="refused">
              {refused}
            </p>
            {tag && (
              <Button className="quiet-button" onClick={() => setAsking(true)}>
                {t('delete')}
              </Button>
            )}
            <Button type="submit" className="strong">
              {t(tag ? 'save' : 'add')}
            </Button>
          </footer>
        )}
      </form>
      {isAsking && tag && (
        <Dialog title={t('deleteTitle', { name: tag.name })} close={() => setAsking(false)}>
          <div className="dialog-body">
            <p>{t('deleteText')}</p>
          </div>
          <div className="dialog-foot">
            <Button className="quiet-button" onClick={() => setAsking(false)}>
              {t('keep')}
            </Button>
            <Button className="strong" onClick={remove}>
              {t('delete')}
            </Button>
          </div>
        </Dialog>
      )}
    </Side>
  );
}
