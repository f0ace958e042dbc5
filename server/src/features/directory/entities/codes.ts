import { invalid } from '../../../kernel/errors.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import { unseenIn } from '../../../kernel/text.ts';

/** Reports what cannot be seen in fields that name their object. */
export function checkCodes<K extends string>(
  fields: { readonly [F in K]?: string | null },
  names: readonly K[],
  index: number,
  problems: Problems,
): void {
  for (const name of names) {
    const unseen = unseenIn(fields[name] ?? '');
    if (unseen) problems.add(index, invalid(name, `${unseen}.`));
  }
}
