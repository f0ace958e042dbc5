import { NativeSelect, TextInput } from '@mantine/core';
import { createContext, type ReactNode, useContext, useId, useState } from 'react';
import type { Figure } from './rule.ts';

/** What the server said of which place of the form. */
export const Refusals = createContext<Record<string, string>>({});

/** What is wrong at a place, if anything: it stands at the field, and marks it. */
export const useRefusal = (path: string): string | undefined => useContext(Refusals)[path];

interface At<T> {
  /** The place, as the server names it. */
  path: string;
  label: string;
  value: T;
  change(value: T): void;
  required?: boolean;
}

/** A text. `quiet` fields stand in a line that says what they are; others have their label above. */
export function Text({ path, label, value, change, quiet, hint, ...rest }: At<string> & Look) {
  const refusal = useRefusal(path);
  return (
    <TextInput
      {...named(label, quiet)}
      description={hint}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      error={refusal}
      withAsterisk={false}
      {...rest}
    />
  );
}

interface Look {
  quiet?: boolean;
  hint?: string;
  type?: string;
  placeholder?: string;
}

const named = (label: string, quiet: boolean | undefined) => (quiet ? { 'aria-label': label } : { label });

const figureOf = (text: string): Figure => {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  return plain === '' ? undefined : Number.isNaN(Number(plain)) ? text : Number(plain);
};

/** What a figure counts, behind it. */
export const unitOf = (unit: string | undefined, id: string) =>
  unit
    ? {
        rightSection: (
          <span id={id} className="unit">
            {unit}
          </span>
        ),
        rightSectionWidth: 'auto',
        rightSectionPointerEvents: 'none' as const,
        'aria-describedby': id,
      }
    : {};

/** A number with what it counts behind it; what was typed stays as it was typed. */
export function Number_({
  path,
  label,
  value,
  change,
  unit,
  required,
  quiet,
}: At<Figure> & { unit?: string; quiet?: boolean }) {
  const refusal = useRefusal(path);
  const [typed, setTyped] = useState('');
  const unitId = useId();
  return (
    <TextInput
      className="figure-field"
      {...named(label, quiet)}
      inputMode="decimal"
      autoComplete="off"
      value={figureOf(typed) === value ? typed : String(value ?? '')}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        change(figureOf(event.currentTarget.value));
      }}
      {...unitOf(unit, unitId)}
      error={refusal}
      required={required}
      withAsterisk={false}
    />
  );
}

/** One of a few words. */
export function Choose<T extends string>({
  path,
  label,
  value,
  change,
  options,
  quiet,
}: At<T> & { options: readonly { value: T; label: string }[]; quiet?: boolean }) {
  const refusal = useRefusal(path);
  return (
    <NativeSelect
      {...named(label, quiet)}
      value={value}
      onChange={(event) => change(event.currentTarget.value as T)}
      data={[...options]}
      error={refusal}
    />
  );
}

/** A part of the form under its own heading. */
export function Section({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="card part" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p>{hint}</p>
      </header>
      <div className="fields">{children}</div>
    </section>
  );
}

/** What is wrong with a place that is no single field. */
export function Refused({ path }: { path: string }) {
  const refusal = useRefusal(path);
  return refusal ? <p className="refused">{refusal}</p> : null;
}
