import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ComponentType, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Refused } from './fields.tsx';
import { type Node, only } from './rule.ts';

/** One condition of a tree: its fields. */
export interface LeafProps {
  kind: string;
  value: unknown;
  path: string;
  change(value: unknown): void;
}

/** What a tree is made of. */
export interface Grammar {
  every: string;
  some: string;
  /** Whether a condition may be turned round. */
  canNot: boolean;
  kinds: readonly { value: string; label: string }[];
  /** What a condition of a kind begins with. */
  fresh(kind: string): unknown;
  Leaf: ComponentType<LeafProps>;
}

interface Props {
  grammar: Grammar;
  path: string;
  node: Node;
  change(node: Node): void;
  remove?: (() => void) | undefined;
}

/** Conditions that hold all, or one of them, or none, as deep as people put them. */
export function Tree(props: Props) {
  const { grammar, path, node, change } = props;
  const [outer] = only(node);
  const isNot = outer === 'not';
  const inner = isNot ? (node.not as Node) : node;
  const [key, value] = only(inner);
  const at = `${isNot ? `${path}.not` : path}.${key}`;
  const put = (next: Node, not = isNot): void => change(not ? { not: next } : next);
  const isGroup = key === grammar.every || key === grammar.some;
  const parts = { ...props, isNot, kind: key, value, at, put };
  return (
    <>
      {isGroup ? <Group {...parts} /> : <Condition {...parts} />}
      <Refused path={path} />
    </>
  );
}

interface Parts extends Props {
  isNot: boolean;
  kind: string;
  value: unknown;
  at: string;
  put(node: Node, not?: boolean): void;
}

function Condition({ grammar, isNot, kind, value, at, put, remove }: Parts) {
  const t = useTranslations('rules.tree');
  const { Leaf } = grammar;
  return (
    <div className="condition">
      {grammar.canNot && (
        <NativeSelect
          className="is"
          aria-label={t('isOrNot')}
          value={isNot ? 'not' : 'is'}
          onChange={(event) => put({ [kind]: value }, event.currentTarget.value === 'not')}
          data={[
            { value: 'is', label: t('is') },
            { value: 'not', label: t('isNot') },
          ]}
        />
      )}
      <NativeSelect
        className="kind"
        aria-label={t('condition')}
        value={kind}
        onChange={(event) => put({ [event.currentTarget.value]: grammar.fresh(event.currentTarget.value) })}
        data={[...grammar.kinds]}
      />
      <Leaf key={kind} kind={kind} value={value} path={at} change={(next) => put({ [kind]: next })} />
      {remove && (
        <ActionIcon className="icon-button" aria-label={t('remove')} onClick={remove}>
          <IconX size={15} stroke={1.8} />
        </ActionIcon>
      )}
    </div>
  );
}

function Group({ grammar, isNot, kind, value, at, put, remove }: Parts) {
  const t = useTranslations('rules.tree');
  const nodes = value as Node[];
  const list = useRef<HTMLUListElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLElement>(':scope > li:last-child select')?.focus();
  });
  const { every, some, canNot } = grammar;
  const put_ = (next: Node[]): void => put({ [kind]: next });
  const add = (node: Node): void => {
    added.current = true;
    put_([...nodes, node]);
  };
  const first = (): Node => {
    const kind = grammar.kinds[0]?.value ?? '';
    return { [kind]: grammar.fresh(kind) };
  };
  const drop = (n: number): void => {
    put_(nodes.filter((_, other) => other !== n));
    adder.current?.focus();
  };
  const joins = [
    { value: every, label: t('every') },
    { value: some, label: t('some') },
    ...(canNot ? [{ value: `not ${some}`, label: t('none') }] : []),
    ...(canNot ? [{ value: `not ${every}`, label: t('notEvery') }] : []),
  ];
  return (
    <fieldset className="tree-group" aria-label={t('group')} data-nested={remove ? true : undefined}>
      {(remove || nodes.length > 1 || isNot) && (
        <div className="join">
          <NativeSelect
            aria-label={t('join')}
            value={`${isNot ? 'not ' : ''}${kind}`}
            onChange={(event) => {
              const [, not, join] = /^(not )?(.*)$/.exec(event.currentTarget.value) as RegExpExecArray;
              put({ [join as string]: nodes }, not !== undefined);
            }}
            data={joins}
          />
          {remove && (
            <ActionIcon className="icon-button" aria-label={t('removeGroup')} onClick={remove}>
              <IconX size={15} stroke={1.8} />
            </ActionIcon>
          )}
        </div>
      )}
      <ul ref={list}>
        {nodes.map((node, n) => (
          <li key={n}>
            <Tree
              grammar={grammar}
              path={`${at}[${n}]`}
              node={node}
              change={(next) => put_(nodes.map((each, other) => (other === n ? next : each)))}
              remove={nodes.length > 1 ? () => drop(n) : undefined}
            />
          </li>
        ))}
      </ul>
      <div className="adders">
        <Button
          ref={adder}
          className="text-button"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={() => add(first())}
        >
          {t('add')}
        </Button>
        <Button
          className="text-button"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={() => add({ [some]: [first()] })}
        >
          {t('addGroup')}
        </Button>
      </div>
    </fieldset>
  );
}
