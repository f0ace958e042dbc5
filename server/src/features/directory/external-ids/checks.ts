import { invalid } from '../../../kernel/errors.ts';
import type { Problems } from '../../../kernel/http/problems.ts';
import { printable, unseenIn } from '../../../kernel/text.ts';
import type { ExternalIdsInput } from './schema.ts';

/** Keys that begin so are filled in by the server. */
export const AUTOMATIC = 'samsara.';

/** Reports keys and values that cannot be external ids. */
export function checkExternalIds(
  items: { index: number; ids: ExternalIdsInput }[],
  problems: Problems,
): void {
  for (const { index, ids } of items) {
    for (const [key, value] of Object.entries(ids)) {
      if (key === '' || key.length > 255 || key.includes(':'))
        problems.add(
          index,
          invalid('externalIds', `the key "${key.slice(0, 60)}" is empty, too long or has a colon.`),
        );
      else if (key.startsWith(AUTOMATIC))
        problems.add(
          index,
          invalid('externalIds', `keys that begin with ${AUTOMATIC} are set automatically.`),
        );
      for (const [what, code] of [
        [`the key "${printable(key.slice(0, 60))}"`, key],
        [`the value of ${printable(key.slice(0, 60))}`, String(value ?? '')],
      ] as const) {
        const unseen = unseenIn(code);
        if (unseen) problems.add(index, invalid('externalIds', `${what}: ${unseen}.`));
      }
      if (String(value ?? '').length > 255)
        problems.add(
          index,
          invalid('externalIds', `the value of ${key.slice(0, 60)} is longer than 255 characters.`),
        );
    }
  }
}
