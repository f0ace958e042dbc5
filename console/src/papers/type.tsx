import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useMayWriteShared } from '../parts/known.ts';
import { refusalsOf } from '../parts/refusals.ts';
import { Side } from '../parts/side.tsx';
import { toast } from '../parts/toasts.tsx';
import { type PaperType, useTypeFigures } from './data.ts';
import { type Edited, editedOf, inputOf } from './edited.ts';
import { FieldList } from './field-list.tsx';

interface Props {
  /** Nothing for one that is new. */
  type: PaperType | undefined;
  close(): void;
  made(id: string): void;
}

/** A type beside the list: how much it is used, when its records end, and what they are asked for. */
export function TypeSide({ type, close, made }: Props) {
  const t = useTranslations('papers.types');
  const mayWrite = useMayWriteShared();
  const [isAsking, setAsking] = useState(false);
  const isArchived = type?.status === 'archived';
  return (
    <Side over={type && t(`kinds.${type.entityType}`)} title={type?.name ?? t('add')} close={close}>
      {type && mayWrite && !isArchived && (
        <p className="side-links">
          <Button className="quiet-button" size="compact-sm" onClick={() => setAsking(true)}>
            {t('archive')}
          </Button>
        </p>
      )}
      <TypeForm type={type} isReadOnly={!mayWrite || isArchived} made={made}>
        {isArchived && <p className="quiet">{t('archivedTold')}</p>}
        {type && <Usage type={type} />}
      </TypeForm>
      {isAsking && type && <Archive type={type} close={() => setAsking(false)} />}
    </Side>
  );
}

interface FormProps {
  type: PaperType | undefined;
  isReadOnly: boolean;
  made(id: string): void;
  children: ReactNode;
}

function TypeForm({ type, isReadOnly, made, children }: FormProps) {
  const t = useTranslations('papers.types');
  const [name, setName] = useState(type?.name ?? '');
  const [entityType, setEntityType] = useState<PaperType['entityType']>(type?.entityType ?? 'worker');
  const [isEnding, setEnding] = useState(type?.expiration.required ?? true);
  const [months, setMonths] = useState(String(type?.expiration.monthsAfterIssue ?? ''));
  const [fields, setFields] = useState<readonly Edited[]>(() => (type?.fields ?? []).map(editedOf));
  const [refused, setRefused] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const at = refusalsOf(refused);
  const places = Object.keys(at);
  const isAtField = places.length > 0 && places.every((place) => /^(name|expiration|field)/.test(place));
  const save = async (): Promise<void> => {
    const expiration = { required: isEnding, ...(months && { monthsAfterIssue: Number(months) }) };
    const said = { name, fields: fields.map(inputOf), expiration };
    if (!type) {
      const { id } = await crew.qualificationTypes.create({ ...said, entityType });
      await queries.invalidateQueries();
      toast(t('added', { name }));
      made(id);
      return;
    }
    const { id, name: oldName, fields: oldFields, expiration: oldExpiration } = type;
    const before = { name: oldName, fields: oldFields.map(editedOf).map(inputOf), expiration: oldExpiration };
    const update = async (to: typeof said): Promise<void> => {
      await crew.qualificationTypes.update({ id, ...to });
      await queries.invalidateQueries();
    };
    await update(said);
    toast(t('changed', { name }), () => update(before));
  };
  return (
    <form
      className="side-form"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        setBusy(true);
        setRefused(undefined);
        await save().catch(setRefused);
        setBusy(false);
      }}
    >
      <div className="side-body">
        {children}
        <fieldset className="plain" disabled={isReadOnly}>
          <TextInput
            label={t('name')}
            required
            maxLength={255}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={at.name}
          />
          {!type && (
            <NativeSelect
              label={t('whose')}
              value={entityType}
              onChange={(event) => setEntityType(event.currentTarget.value as typeof entityType)}
              data={(['worker', 'asset'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
          )}
          <TextInput
            label={t('term')}
            description={t('termTold')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            type="number"
            min={1}
            max={1200}
            value={months}
            onChange={(event) => setMonths(event.currentTarget.value)}
            error={at['expiration.monthsAfterIssue']}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={isEnding}
              onChange={(event) => setEnding(event.currentTarget.checked)}
            />
            {t('ends')}
          </label>
          <FieldList fields={fields} setFields={setFields} refusals={at} isReadOnly={isReadOnly} />
        </fieldset>
        {type && !isReadOnly && <p className="quiet">{t('revision')}</p>}
      </div>
      {!isReadOnly && (
        <footer className="side-foot">
          <p role="alert" className="refused">
            {refused !== undefined && !isAtField && toldOf(refused).message}
          </p>
          <Button type="submit" className="strong" loading={isBusy}>
            {t(type ? 'save' : 'addIt')}
          </Button>
        </footer>
      )}
    </form>
  );
}

function Usage({ type }: { type: PaperType }) {
  const t = useTranslations('papers');
  const format = useFormatter();
  const { data: figures } = useTypeFigures();
  const { active = 0, expiring = 0, lapsed = 0 } = figures?.get(type.id) ?? {};
  const list = `/qualifications/records?type=${type.id}`;
  const rows = [
    [t('allStates'), active, list],
    [t('standings.expiring'), expiring, `${list}&state=expiring`],
    [t('standings.lapsed'), lapsed, `${list}&state=lapsed`],
  ] as const;
  return (
    <dl className="figures">
      {rows.map(([name, count, to]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Link to={to}>{format.number(count)}</Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Asks before a type is retired, which is for good. */
function Archive({ type, close }: { type: PaperType; close(): void }) {
  const t = useTranslations('papers.types');
  const { data: figures } = useTypeFigures();
  const [refused, setRefused] = useState('');
  return (
    <Dialog title={t('archiveTitle', { name: type.name })} close={close}>
      <div className="dialog-body">
        <p>{t('archiveText', { count: figures?.get(type.id)?.active ?? 0 })}</p>
      </div>
      <div className="dialog-foot">
        <p role="alert" className="refused">
          {refused}
        </p>
        <Button className="quiet-button" onClick={close} data-autofocus>
          {t('keep')}
        </Button>
        <Button
          className="strong"
          onClick={async () => {
            try {
              await crew.qualificationTypes.archive({ id: type.id });
              close();
              toast(t('wasArchived', { name: type.name }));
              await queries.invalidateQueries();
            } catch (error) {
              setRefused(toldOf(error).message);
            }
          }}
        >
          {t('archive')}
        </Button>
      </div>
    </Dialog>
  );
}
