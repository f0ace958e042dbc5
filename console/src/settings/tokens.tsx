import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { crew, queries, toldOf } from '../api.ts';
import { useAsked } from '../parts/asked.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Problem } from '../parts/problem.tsx';
import { Rows } from '../parts/rows.tsx';
import { Side } from '../parts/side.tsx';
import { toast } from '../parts/toasts.tsx';
import { When } from '../parts/when.tsx';
import { type Token, useTokens } from './data.ts';
import { Frame } from './frame.tsx';
import { MakeToken } from './make-token.tsx';
import { useTagNames } from './tag-field.tsx';

/** What programs show to be let in: one opens beside the list. */
export default function Tokens() {
  const t = useTranslations('settings.tokens');
  const [isMaking, setMaking] = useState(false);
  return (
    <Frame
      scope="Write API Tokens"
      actions={
        <Button
          className="strong"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={() => setMaking(true)}
          aria-label={t('make')}
        >
          <span className="wide">{t('make')}</span>
          <span className="short" aria-hidden>
            {t('makeIt')}
          </span>
        </Button>
      }
    >
      <List />
      {isMaking && <MakeToken close={() => setMaking(false)} />}
    </Frame>
  );
}

function List() {
  const t = useTranslations('settings.tokens');
  const { of: said, ask } = useAsked();
  const isRevoked = said('state') === 'revoked';
  const found = useTokens(isRevoked);
  const { rows, data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const opened = said('open');
  const token = rows.find(({ id }) => id === opened);
  return (
    <>
      <search className="filters">
        <NativeSelect
          aria-label={t('state')}
          value={said('state')}
          onChange={(event) => ask({ state: event.currentTarget.value, open: '' })}
          data={[
            { value: '', label: t('good') },
            { value: 'revoked', label: t('revoked') },
          ]}
        />
      </search>
      <main className="matrix">
        {error && !data && <Problem error={error} again={refetch} />}
        {data && rows.length === 0 && (
          <div className="empty">
            <p>{t(isRevoked ? 'noneRevoked' : 'none')}</p>
          </div>
        )}
        {rows.length > 0 && (
          <Rows
            rows={rows}
            idOf={({ id }) => id}
            line={(row) => <Line token={row} />}
            className="settings"
            count={hasNextPage ? undefined : rows.length}
            opened={opened}
            open={(id) => ask({ open: id }, true)}
            more={hasNextPage && !isFetchingNextPage ? more : undefined}
          />
        )}
        {token && <TokenSide key={token.id} token={token} close={() => ask({ open: '' })} />}
      </main>
    </>
  );
}

/** What a token may do, in as many words as fit. */
function useMayText() {
  const t = useTranslations('settings.tokens');
  return ({ scopes }: Token): string =>
    scopes.length === 1 ? (scopes[0] as string) : t('scopesCount', { count: scopes.length });
}

function Seen({ token: { seenAtTime } }: { token: Token }) {
  const t = useTranslations('settings.tokens');
  return seenAtTime ? t.rich('seen', { when: () => <When time={seenAtTime} /> }) : t('never');
}

function Line({ token }: { token: Token }) {
  const mayText = useMayText();
  const names = useTagNames();
  return (
    <>
      <strong>{token.name}</strong>
      <span className="in">{mayText(token)}</span>
      <span className="in">{names(token.tagIds)}</span>
      <span className="met">
        <Seen token={token} />
      </span>
    </>
  );
}

function TokenSide({ token, close }: { token: Token; close(): void }) {
  const t = useTranslations('settings.tokens');
  const format = useFormatter();
  const names = useTagNames();
  const [isAsking, setAsking] = useState(false);
  const day = (time: string): string => format.dateTime(new Date(time), { dateStyle: 'medium' });
  return (
    <Side over={names(token.tagIds)} title={token.name} close={close}>
      <p className="side-links">
        {!token.revokedAtTime && (
          <Button className="quiet-button" size="compact-sm" onClick={() => setAsking(true)}>
            {t('revoke')}
          </Button>
        )}
        <Link to={`/audit?actor=user-${token.userId}`}>{t('actions')}</Link>
      </p>
      <div className="side-body settings-facts">
        <h3>{t('scopes')}</h3>
        <ul>
          {token.scopes.map((scope) => (
            <li key={scope}>{scope}</li>
          ))}
        </ul>
        <p className="quiet">
          {t('madeOn', { when: day(token.createdAtTime) })}
          {' · '}
          {token.revokedAtTime ? t('revokedOn', { when: day(token.revokedAtTime) }) : <Seen token={token} />}
        </p>
      </div>
      {isAsking && <Revoke token={token} close={() => setAsking(false)} />}
    </Side>
  );
}

/** A question first: it cannot be undone. */
function Revoke({ token: { id, name }, close }: { token: Token; close(): void }) {
  const t = useTranslations('settings.tokens');
  const s = useTranslations('settings');
  const [refused, setRefused] = useState<unknown>();
  return (
    <Dialog title={t('revokeTitle', { name })} close={close}>
      <div className="dialog-body">
        <p>{t('revokeText')}</p>
      </div>
      <div className="dialog-foot">
        <p role="alert" className="refused">
          {refused !== undefined && toldOf(refused).message}
        </p>
        <Button className="quiet-button" data-autofocus onClick={close}>
          {s('keep')}
        </Button>
        <Button
          className="strong"
          onClick={async () => {
            try {
              await crew.tokens.delete({ id });
              toast(t('isRevoked', { name }));
              close();
              await queries.invalidateQueries({ queryKey: ['tokens'] });
            } catch (error) {
              setRefused(error);
            }
          }}
        >
          {t('revoke')}
        </Button>
      </div>
    </Dialog>
  );
}
