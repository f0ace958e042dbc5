import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew, queries } from '../api.ts';
import { useMayWrite } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Side } from '../parts/side.tsx';
import { toast } from '../parts/toasts.tsx';
import type { Kind } from './data.ts';
import { Form } from './form.tsx';
import { changed, readSaid, type Said, WRITES } from './kinds.ts';

/** Adds a person or vehicle. */
export function Add({
  of,
  close,
  made,
}: {
  of: 'people' | 'vehicles';
  close(): void;
  made(id: string): void;
}) {
  const t = useTranslations('directory');
  const k = useTranslations('kinds');
  const [person, setPerson] = useState<'driver' | 'user'>('driver');
  const kind: Kind = of === 'vehicles' ? 'vehicle' : person;
  return (
    <Side title={t(of === 'people' ? 'addPerson' : 'addVehicle')} close={close}>
      <Form
        key={kind}
        kind={kind}
        submit={t('add')}
        save={async (said) => {
          const { id } = await WRITES[kind].create(said);
          await queries.invalidateQueries();
          toast(t('added', { name: String(said.name) }));
          made(id);
        }}
      >
        {of === 'people' && (
          <fieldset className="choice">
            <legend className="hidden">{t('kind')}</legend>
            {(['driver', 'user'] as const).map((each) => (
              <label key={each}>
                <input type="radio" name="kind" checked={person === each} onChange={() => setPerson(each)} />
                {k(each)}
              </label>
            ))}
          </fieldset>
        )}
      </Form>
    </Side>
  );
}

/** One of them, to be changed; what is changed can be undone. */
export function Edit({ id, close }: { id: string; close(): void }) {
  const t = useTranslations('directory');
  const k = useTranslations('kinds');
  const mayWrite = useMayWrite();
  const head = useQuery({
    queryKey: ['person', id],
    queryFn: ({ signal }) => crew.subjects.summary({ id }, { signal }),
    placeholderData: undefined,
  });
  const kind = head.data?.type;
  const { data: known, error } = useQuery({
    queryKey: ['said', kind, id],
    queryFn: ({ signal }) => readSaid(id, kind as Kind, signal),
    enabled: kind !== undefined && mayWrite,
    placeholderData: undefined,
  });
  const name = head.data?.name ?? '…';
  const change = async (kindOf: Kind, to: Said, back: Said): Promise<void> => {
    await WRITES[kindOf].update(id, to);
    await queries.invalidateQueries();
    toast(t('changed', { name }), async () => {
      await WRITES[kindOf].update(id, back);
      await queries.invalidateQueries();
    });
  };
  const isActive = head.data?.status === 'active';
  return (
    <Side over={kind ? k(kind) : ''} title={name} close={close}>
      {(head.error || error) && <Problem error={head.error ?? error} />}
      <p className="side-links">
        <Link to={`/person/${id}`}>{t(kind === 'vehicle' ? 'openVehicle' : 'openPerson')}</Link>
        {kind === 'driver' && mayWrite && (
          <Button
            className="quiet-button"
            size="compact-sm"
            onClick={() =>
              change(
                'driver',
                { driverActivationStatus: isActive ? 'deactivated' : 'active' },
                { driverActivationStatus: isActive ? 'active' : 'deactivated' },
              ).catch((reason: Error) => toast(reason.message))
            }
          >
            {t(isActive ? 'deactivate' : 'activate')}
          </Button>
        )}
      </p>
      {kind && known && (
        <Form
          key={JSON.stringify(known)}
          kind={kind}
          known={known}
          submit={t('save')}
          save={async (said) => {
            const to = changed(known, said);
            if (Object.keys(to).length === 0) return;
            await change(
              kind,
              to,
              Object.fromEntries(Object.keys(to).map((field) => [field, known[field] ?? ''])),
            );
          }}
        />
      )}
    </Side>
  );
}
