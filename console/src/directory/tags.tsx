import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useAsked } from '../parts/asked.ts';
import { matches } from '../parts/fold.ts';
import { Head } from '../parts/head.tsx';
import { useMayWrite, useTags } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Search } from '../parts/search.tsx';
import './directory.css';
import { TagForm } from './tag.tsx';
import { narrowed, treeOf } from './tree.ts';

/** Tags in a tree, each with how many are in it. */
export default function Tags() {
  const t = useTranslations('directory');
  const format = useFormatter();
  const mayWrite = useMayWrite();
  const { of: said, ask } = useAsked();
  const { data: tags, error, refetch } = useTags();
  const wanted = said('q');
  const shown = treeOf(narrowed(tags ?? [], ({ name }) => matches(name, wanted)));
  const opened = said('open');
  return (
    <>
      <Head title={t('tags')}>
        {tags && <span className="pill">{format.number(tags.length)}</span>}
        <div className="actions">
          {mayWrite && (
            <Button
              className="strong"
              leftSection={<IconPlus size={14} stroke={1.8} />}
              onClick={() => ask({ open: 'new' }, true)}
            >
              {t('addTag')}
            </Button>
          )}
        </div>
      </Head>
      <search className="filters">
        <Search label={t('findTag')} />
      </search>
      <main className="matrix">
        {error && !tags && <Problem error={error} again={refetch} />}
        {tags && shown.length === 0 && (
          <div className="empty">
            <p>{t(wanted ? 'none' : 'noTags')}</p>
            {wanted && (
              <Button className="quiet-button" onClick={() => ask({ q: '' })}>
                {t('clear')}
              </Button>
            )}
          </div>
        )}
        {shown.length > 0 && (
          <div className="rows">
            <ul className="tree">
              {shown.map(({ tag, depth }) => (
                <li key={tag.id} data-opened={tag.id === opened || undefined}>
                  <button
                    type="button"
                    style={{ paddingLeft: 22 + depth * 24 }}
                    onClick={() => ask({ open: tag.id }, true)}
                  >
                    <strong>{tag.name}</strong>
                    <span>{t('drivers', { count: tag.drivers?.length ?? 0 })}</span>
                    <span>{t('vehicleCount', { count: tag.vehicles?.length ?? 0 })}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {opened && tags && (
          <TagForm
            key={opened}
            tags={tags}
            tag={tags.find(({ id }) => id === opened)}
            close={() => ask({ open: '' })}
            made={(id) => ask({ open: id })}
          />
        )}
      </main>
    </>
  );
}
