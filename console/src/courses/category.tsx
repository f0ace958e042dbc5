import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { crew, queries } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FormFoot } from '../parts/form-foot.tsx';
import { refusalsOf } from '../parts/refusals.ts';
import { toast } from '../parts/toasts.tsx';

/** Makes a category, which courses can then be put into. */
export function AddCategory({ close }: { close(): void }) {
  const t = useTranslations('courses');
  const [name, setName] = useState('');
  const [refused, setRefused] = useState<unknown>();
  const { name: atName } = refusalsOf(refused);
  return (
    <Dialog title={t('addCategory')} close={close}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          try {
            await crew.courseCategories.create({ name });
            await queries.invalidateQueries({ queryKey: ['courses'] });
            toast(t('addedCategory', { name }));
            close();
          } catch (error) {
            setRefused(error);
          }
        }}
      >
        <div className="dialog-body">
          <TextInput
            label={t('name')}
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={atName}
          />
        </div>
        <FormFoot refused={atName ? undefined : refused} close={close} send={t('addIt')} />
      </form>
    </Dialog>
  );
}
