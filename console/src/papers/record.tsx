import { Button } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconPencil, IconRefresh } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useNow, useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { useAsked } from '../parts/asked.ts';
import { useMayWrite } from '../parts/known.ts';
import { Problem } from '../parts/problem.tsx';
import { Side } from '../parts/side.tsx';
import { toast } from '../parts/toasts.tsx';
import { When } from '../parts/when.tsx';
import { FieldValue, photosOf } from '../person/field.tsx';
import { type PaperRecord, useOwner, useRecord } from './data.ts';
import { ChangeRecord, RenewRecord } from './entry.tsx';
import { Files } from './files.tsx';
import { History } from './history.tsx';
import { StandingBadge, standingOf } from './standing.tsx';
import { TableValue } from './table-value.tsx';

/** A record: its paper beside its fields, what came before and after it, and what happened to it. */
export function RecordSide({ id, close }: { id: string; close(): void }) {
  const t = useTranslations('papers');
  const { of: said, ask } = useAsked();
  const { data: record, error, refetch } = useRecord(id);
  const { data: owner } = useOwner(record?.owner.id);
  const name = owner === null ? t('deleted') : (owner?.name ?? '…');
  const back = (): void => ask({ as: '' });
  if (record && said('as') === 'renewal')
    return (
      <RenewRecord
        record={record}
        name={name}
        close={back}
        made={(next) => ask({ open: next, as: '' }, true)}
      />
    );
  if (record && said('as') === 'change') return <ChangeRecord record={record} name={name} close={back} />;
  return (
    <Side over={record?.qualificationType.name} title={record ? name : t('one')} close={close}>
      {error && <Problem error={error} again={refetch} />}
      {record && <Shown record={record} name={name} />}
    </Side>
  );
}

function Shown({ record, name }: { record: PaperRecord; name: string }) {
  const t = useTranslations('papers');
  const now = useNow().getTime();
  const { owner, issueDate, expirationDate, fields, recordStatus } = record;
  const files = fields.flatMap(photosOf);
  return (
    <>
      <p className="side-links">
        {recordStatus === 'active' ? (
          <StandingBadge of={standingOf(record, now)} />
        ) : (
          <span className="badge">{t(recordStatus === 'archived' ? 'archived' : 'deleted')}</span>
        )}
        <Link to={`/person/${owner.id}`}>
          {t(owner.entityType === 'asset' ? 'openVehicle' : 'openPerson')}
        </Link>
      </p>
      <Actions record={record} />
      <div className="side-body">
        <div className={files.length > 0 ? 'paper-view' : 'paper-view no-files'}>
          {files.length > 0 && <Files files={files} name={`${record.qualificationType.name}, ${name}`} />}
          <div>
            <dl className="facts">
              <dt>{t('issued')}</dt>
              <dd>
                <When time={issueDate} />
              </dd>
              <dt>{t('expires')}</dt>
              <dd>{expirationDate ? <When time={expirationDate} /> : t('never')}</dd>
              {fields.map((field) =>
                field.type === 'table' ? null : <FieldValue key={field.id} field={field} />,
              )}
            </dl>
            {fields.map((field) =>
              field.type === 'table' && field.tableValue ? (
                <TableValue key={field.id} label={field.label ?? ''} value={field.tableValue} />
              ) : null,
            )}
          </div>
        </div>
        <History record={record} />
      </div>
    </>
  );
}

function Actions({ record: { id, recordStatus } }: { record: PaperRecord }) {
  const t = useTranslations('papers');
  const { ask } = useAsked();
  if (!useMayWrite() || recordStatus === 'deleted') return null;
  const isArchived = recordStatus === 'archived';
  const move = async (to: 'archive' | 'unarchive'): Promise<void> => {
    await crew.qualificationRecords[to]({ id });
    await queries.invalidateQueries();
  };
  const [there, back] = isArchived
    ? (['unarchive', 'archive'] as const)
    : (['archive', 'unarchive'] as const);
  return (
    <p className="side-links paper-actions">
      <Button
        className="strong"
        size="compact-sm"
        leftSection={<IconRefresh size={14} stroke={1.8} />}
        onClick={() => ask({ as: 'renewal' }, true)}
      >
        {t('renew')}
      </Button>
      <Button
        className="quiet-button"
        size="compact-sm"
        leftSection={<IconPencil size={14} stroke={1.8} />}
        onClick={() => ask({ as: 'change' }, true)}
      >
        {t('change')}
      </Button>
      <Button
        className="quiet-button"
        size="compact-sm"
        leftSection={
          isArchived ? <IconArchiveOff size={14} stroke={1.8} /> : <IconArchive size={14} stroke={1.8} />
        }
        onClick={() =>
          move(there)
            .then(() => toast(t(isArchived ? 'unarchived' : 'wasArchived'), () => move(back)))
            .catch((error: unknown) => toast(toldOf(error).message))
        }
      >
        {t(there)}
      </Button>
    </p>
  );
}
