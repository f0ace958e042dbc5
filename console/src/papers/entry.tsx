import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/CloseButton.css';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import { crew, queries } from '../api.ts';
import { useAsked } from '../parts/asked.ts';
import { Side } from '../parts/side.tsx';
import { toast } from '../parts/toasts.tsx';
import { photosOf } from '../person/field.tsx';
import { type PaperRecord, type PaperType, useOwner, useTypes } from './data.ts';
import { dayIn, draftsOf, endOfDay, fieldsOf, startOfDay } from './draft.ts';
import { Files } from './files.tsx';
import { OwnerPicker } from './owner-picker.tsx';
import { RecordForm } from './record-form.tsx';
import { refusedOf } from './refusals.ts';

/** What was not said and what was cleared are one in the form; this is what clears an expiration date. */
const NEVER = '1970-01-01T00:00:00Z';

const today = (): string => new Date().toLocaleDateString('sv');

/** Records a paper of somebody. */
export function NewRecord({ close, made }: { close(): void; made(id: string): void }) {
  const t = useTranslations('papers');
  const { of: said } = useAsked();
  const { data: types } = useTypes();
  const [typeId, setTypeId] = useState(said('type'));
  const [picked, setPicked] = useState(said('owner'));
  const { data: given } = useOwner(said('owner'));
  const [refused, setRefused] = useState<unknown>();
  const at = refusedOf(refused);
  const kind = given && (given.type === 'vehicle' ? 'asset' : 'worker');
  const active = (types ?? []).filter(
    ({ status, entityType }) => status === 'active' && (!kind || entityType === kind),
  );
  const type = active.find(({ id }) => id === typeId);
  return (
    <Side title={t('record')} close={close}>
      <RecordForm
        key={type?.id ?? ''}
        type={type}
        known={{ issued: today(), expires: '', drafts: {} }}
        refused={refused}
        setRefused={setRefused}
        submit={t('recordIt')}
        save={async ({ issued, expires, fields }) => {
          const { id } = await crew.qualificationRecords.create({
            qualificationType: { id: typeId },
            owner: { entityType: (type as PaperType).entityType, id: picked },
            issueDate: startOfDay(issued),
            ...(expires && { expirationDate: endOfDay(expires) }),
            fields,
          });
          await queries.invalidateQueries();
          toast(t('recorded'), () => crew.qualificationRecords.delete({ id }).then(gone));
          made(id);
        }}
      >
        <NativeSelect
          label={t('type')}
          required
          value={typeId}
          onChange={(event) => {
            const next = active.find(({ id }) => id === event.currentTarget.value);
            if (next?.entityType !== type?.entityType && !given) setPicked('');
            setTypeId(event.currentTarget.value);
          }}
          error={at['qualificationType.id']}
          data={[
            { value: '', label: t('choose') },
            ...active.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {types && active.length === 0 && (
          <p className="quiet">
            {t('noTypes')} <Link to="/qualifications/types?open=new">{t('types.add')}</Link>
          </p>
        )}
        {type && (
          <OwnerPicker
            label={t(type.entityType === 'asset' ? 'vehicle' : 'person')}
            kind={type.entityType}
            value={picked}
            change={setPicked}
            error={at['owner.id']}
          />
        )}
      </RecordForm>
    </Side>
  );
}

const gone = async (): Promise<void> => {
  await queries.invalidateQueries();
};

interface Props {
  record: PaperRecord;
  /** Whose it is. */
  name: string;
  close(): void;
}

/** The type that a record is of, as it is now. */
const useTypeOf = ({ qualificationType }: PaperRecord): PaperType | undefined =>
  useTypes().data?.find(({ id }) => id === qualificationType.id);

/** Makes the record that follows another, which stays as it is in the archive. */
export function RenewRecord({ record, name, close, made }: Props & { made(id: string): void }) {
  const t = useTranslations('papers');
  const type = useTypeOf(record);
  const [refused, setRefused] = useState<unknown>();
  const before = draftsOf(record);
  const files = record.fields.flatMap(photosOf);
  return (
    <Side over={`${record.qualificationType.name}, ${name}`} title={t('renew')} close={close}>
      <RecordForm
        key={type?.revisionId ?? ''}
        type={type}
        known={{ issued: today(), expires: '', drafts: before }}
        refused={refused}
        setRefused={setRefused}
        submit={t('renewIt')}
        save={async ({ issued, expires, asked, drafts, fields }) => {
          // What is not sent is taken over: what was cleared is sent without a value.
          const said = new Set(fields.map((field) => field.id));
          const cleared = fieldsOf(asked, drafts, before).filter((field) => !said.has(field.id));
          const { id } = await crew.qualificationRecords.renew({
            id: record.id,
            issueDate: startOfDay(issued),
            ...(expires && { expirationDate: endOfDay(expires) }),
            fields: [...fields, ...cleared],
          });
          await queries.invalidateQueries();
          // A record is given back when its renewal is deleted.
          toast(t('renewed'), async () => {
            await crew.qualificationRecords.delete({ id });
            await crew.qualificationRecords.unarchive({ id: record.id });
            await gone();
          });
          made(id);
        }}
      >
        <p className="quiet">{t('renewTold')}</p>
        {files.length > 0 && <Files files={files} name={record.qualificationType.name} />}
      </RecordForm>
    </Side>
  );
}

/** Changes what a record says. */
export function ChangeRecord({ record, name, close }: Props) {
  const t = useTranslations('papers');
  const type = useTypeOf(record);
  const [refused, setRefused] = useState<unknown>();
  const before = draftsOf(record);
  const { issueDate, expirationDate } = record;
  // Its own revision is what it is checked by: of a type that asks for other things now, what it says already.
  const own = new Set(record.fields.map(({ id }) => id));
  const isOld = type?.revisionId !== record.qualificationType.revisionId;
  const shown = type && isOld ? { ...type, fields: type.fields.filter(({ id }) => own.has(id)) } : type;
  const kept = Object.fromEntries(record.fields.map((field) => [field.id, photosOf(field).length]));
  const known = {
    issued: dayIn(issueDate),
    expires: expirationDate ? dayIn(expirationDate) : '',
    drafts: before,
  };
  return (
    <Side over={`${record.qualificationType.name}, ${name}`} title={t('change')} close={close}>
      <RecordForm
        key={type?.revisionId ?? ''}
        type={shown}
        known={known}
        kept={kept}
        refused={refused}
        setRefused={setRefused}
        submit={t('save')}
        save={async ({ issued, expires, asked, drafts }) => {
          await crew.qualificationRecords.update({
            id: record.id,
            ...(issued !== known.issued && { issueDate: startOfDay(issued) }),
            ...(expires !== known.expires && { expirationDate: expires ? endOfDay(expires) : NEVER }),
            fields: fieldsOf(asked, drafts, before),
          });
          await queries.invalidateQueries();
          toast(t('changed'));
          close();
        }}
      />
    </Side>
  );
}
