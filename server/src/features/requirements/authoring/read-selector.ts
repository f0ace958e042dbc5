import { invalid } from '../../../kernel/errors.ts';
import type { Subject } from '../rules/facts.ts';
import type { AttributeCondition, Selector } from '../rules/rule.ts';
import {
  choiceAt,
  dayAt,
  listAt,
  numberAt,
  numericIdAt,
  objectAt,
  textAt,
  uuidAt,
  wholeAt,
  wordAt,
} from './given.ts';
import type { Reference } from './references.ts';

const DEEPEST = 10;
const MOST_LEAVES = 200;
const MOST_DAYS = 36_500;
const LARGEST = 1e15;

/** Counts what a tree has and gathers what it names, while it is read. */
export class Tree {
  readonly references: Reference[] = [];
  #leaves = 0;
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Goes one level down. @throws 400 for a tree that is too deep */
  deeper(path: string, depth: number): number {
    if (depth >= DEEPEST) throw invalid(path, `the tree is deeper than ${DEEPEST} levels.`);
    return depth + 1;
  }

  /** @throws 400 for a tree with too many conditions */
  leaf(): void {
    this.#leaves += 1;
    if (this.#leaves > MOST_LEAVES) throw invalid(this.#root, `it has more than ${MOST_LEAVES} conditions.`);
  }
}

const NODES = [
  'all',
  'any',
  'not',
  'tag',
  'type',
  'attribute',
  'role',
  'holds',
  'startedWithinDays',
  'startedAtLeastDaysAgo',
] as const;

/** Who a requirement applies to. @throws 400 naming the leaf that is wrong */
export function readSelector(path: string, given: unknown, tree: Tree, depth = 0): Selector {
  const [key, value] = choiceAt(path, given, NODES);
  const at = `${path}.${key}`;
  if (key === 'all' || key === 'any') {
    const below = tree.deeper(at, depth);
    const nodes = listAt(at, value, MOST_LEAVES).map((each, n) =>
      readSelector(`${at}[${n}]`, each, tree, below),
    );
    return key === 'all' ? { all: nodes } : { any: nodes };
  }
  if (key === 'not') return { not: readSelector(at, value, tree, tree.deeper(at, depth)) };
  tree.leaf();
  switch (key) {
    case 'tag':
      return { tag: named(tree, at, 'tag', numericIdAt(at, value)) };
    case 'type':
      return { type: wordAt(at, value, ['driver', 'user', 'vehicle']) };
    case 'role':
      return { role: named(tree, at, 'role', textAt(at, value)) };
    case 'holds': {
      const { typeId } = objectAt(at, value, ['typeId']);
      return { holds: { typeId: named(tree, `${at}.typeId`, 'type', uuidAt(`${at}.typeId`, typeId)) } };
    }
    case 'attribute':
      return { attribute: readAttribute(at, value, tree) };
    case 'startedWithinDays':
      return { startedWithinDays: wholeAt(at, value, 0, MOST_DAYS) };
    case 'startedAtLeastDaysAgo':
      return { startedAtLeastDaysAgo: wholeAt(at, value, 0, MOST_DAYS) };
  }
}

function named(tree: Tree, path: string, kind: Reference['kind'], id: string): string {
  tree.references.push({ path, kind, id });
  return id;
}

function readAttribute(path: string, given: unknown, tree: Tree): AttributeCondition {
  const value = objectAt(path, given, ['id', 'in', 'atLeast', 'atMost', 'before', 'after']);
  const id = uuidAt(`${path}.id`, value.id);
  const condition: AttributeCondition = { id };
  const needs: ('number' | 'date')[] = [];
  if (value.in !== undefined)
    condition.in = listAt(`${path}.in`, value.in, 512).map((each, n) => textAt(`${path}.in[${n}]`, each));
  for (const bound of ['atLeast', 'atMost'] as const)
    if (value[bound] !== undefined) {
      condition[bound] = numberAt(`${path}.${bound}`, value[bound], -LARGEST, LARGEST);
      needs.push('number');
    }
  for (const bound of ['before', 'after'] as const)
    if (value[bound] !== undefined) {
      condition[bound] = dayAt(`${path}.${bound}`, value[bound]);
      needs.push('date');
    }
  if (Object.keys(condition).length === 1)
    throw invalid(path, 'say which values: in, atLeast, atMost, before or after.');
  tree.references.push({ path: `${path}.id`, kind: 'attribute', id, needs });
  return condition;
}

const ALL: readonly Subject['type'][] = ['driver', 'user', 'vehicle'];

/** The types of subjects that a selector can hold for. */
export function subjectsOf(selector: Selector): readonly Subject['type'][] {
  if ('type' in selector) return [selector.type];
  if ('role' in selector) return ['user'];
  if ('all' in selector)
    return ALL.filter((type) => selector.all.every((each) => subjectsOf(each).includes(type)));
  if ('any' in selector)
    return ALL.filter((type) => selector.any.some((each) => subjectsOf(each).includes(type)));
  if ('not' in selector && 'type' in selector.not) {
    const { type: other } = selector.not;
    return ALL.filter((type) => type !== other);
  }
  return ALL;
}
