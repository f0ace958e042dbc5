import { invalid } from '../../kernel/errors.ts';

/** A place in the ledger: after one change of an entry, or after all of it. */
export interface Position {
  /** A decimal number; 0 is before everything. */
  seq: string;
  resource?: string;
  id?: string;
}

const PLACE = /^(\d{1,18})(?:\/([A-Za-z]+)\/([^/\s]+))?$/;

/**
 * Reads `8123`, after all of that entry, or `8123/trainingAssignment/0192…`, after that change of it. It is neither
 * sealed nor bound to the other parameters: a place in the ledger stays what it is for ever.
 *
 * @throws 400 for any other text.
 */
export function readPosition(field: string, text: string): Position {
  const [, seq, resource, id] = PLACE.exec(text) ?? [];
  try {
    if (seq !== undefined && resource !== undefined && id !== undefined)
      return { seq: String(BigInt(seq)), resource, id: decodeURIComponent(id) };
    if (seq !== undefined) return { seq: String(BigInt(seq)) };
  } catch {
    // A broken percent-encoding is no place either.
  }
  throw invalid(
    field,
    `"${text.slice(0, 80)}" is no place in the ledger. Use the number of an entry, the cursor of a change or an endCursor.`,
  );
}

/** The text of a place, which `readPosition` reads. */
export const positionText = ({ seq, resource, id }: Position): string =>
  resource === undefined || id === undefined ? seq : `${seq}/${resource}/${encodeURIComponent(id)}`;
