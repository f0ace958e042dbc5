import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { toldOf } from '../api.ts';
import type { Definition, PaperType } from './data.ts';
import { askedOf, type Draft, type Drafts, fieldsOf } from './draft.ts';
import { refusedOf } from './refusals.ts';
import { TableInput } from './table-input.tsx';
import { ValueInput } from './value-input.tsx';

/** The dates and values of a record as the form has them; days in the viewer's zone. */
export interface Typed {
  issued: string;
  expires: string;
  drafts: Drafts;
}

export interface Said extends Typed {
  /** The fields that are asked after these answers, and what they say for the server. */
  asked: Definition[];
  fields: ReturnType<typeof fieldsOf>;
}

interface Props {
  type: PaperType | undefined;
  known: Typed;
  /** How many files each field has already. */
  kept?: Readonly<Record<string, number>>;
  refused: unknown;
  setRefused(error: unknown): void;
  submit: string;
  save(said: Said): Promise<unknown>;
  children?: ReactNode;
}

/** Dates and fields of a record; what is refused stands at its field, and what was typed stays. */
export function RecordForm({ type, known, kept = {}, refused, setRefused, submit, save, children }: Props) {
  const t = useTranslations('papers');
  const [{ issued, expires, drafts }, setTyped] = useState(known);
  const [isBusy, setBusy] = useState(false);
  const change = (patch: Partial<Typed>): void => setTyped((before) => ({ ...before, ...patch }));
  const asked = askedOf(type?.fields ?? [], drafts);
  const at = refusedOf(refused);
  const places = new Set(['issueDate', 'expirationDate', 'owner.id', 'qualificationType.id']);
  const isAtField = Object.keys(at).some(
    (place) => places.has(place) || asked.some(({ id }) => id === place),
  );
  const months = type?.expiration.monthsAfterIssue;
  return (
    <form
      className="side-form"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const form = event.currentTarget;
        setBusy(true);
        setRefused(undefined);
        try {
          await save({ issued, expires, drafts, asked, fields: fieldsOf(asked, drafts) });
        } catch (error) {
          setRefused(error);
          // Once it stands at its field, the first of them is gone to.
          requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
        }
        setBusy(false);
      }}
    >
      <div className="side-body">
        {children}
        {type && (
          <>
            <div className="pair-even">
              <TextInput
                type="date"
                label={t('issued')}
                required
                value={issued}
                onChange={(event) => change({ issued: event.currentTarget.value })}
                error={at.issueDate}
              />
              <TextInput
                type="date"
                label={t('expires')}
                withAsterisk={type.expiration.required && !months}
                description={months && t('byItself', { count: months })}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={expires}
                onChange={(event) => change({ expires: event.currentTarget.value })}
                error={at.expirationDate}
              />
            </div>
            {asked.map((field) => {
              const { id } = field;
              const given = {
                draft: drafts[id] ?? {},
                change: (next: Draft): void =>
                  setTyped((before) => ({ ...before, drafts: { ...before.drafts, [id]: next } })),
                error: at[id],
              };
              return field.type === 'table' ? (
                <TableInput key={id} table={field} {...given} />
              ) : (
                <ValueInput key={id} question={field} kept={kept[id] ?? 0} {...given} />
              );
            })}
          </>
        )}
      </div>
      <footer className="side-foot">
        <p role="alert" className="refused">
          {refused !== undefined && !isAtField && toldOf(refused).message}
        </p>
        <Button type="submit" className="strong" loading={isBusy} disabled={!type}>
          {submit}
        </Button>
      </footer>
    </form>
  );
}
