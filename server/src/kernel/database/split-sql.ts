/**
 * A piece of a text as PostgreSQL reads it: what may hold a semicolon that ends no statement, else one character. A
 * doubled quote reads as one end and another beginning, which comes to the same.
 */
const PIECE = new RegExp(
  [
    /--[^\n]*/,
    /\/\*/,
    /e'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)/,
    /'[^']*(?:'|$)/,
    /"[^"]*(?:"|$)/,
    // The tag of a dollar quote.
    /(\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)/,
    // A word: neither an `e` nor a `$` inside of it begins anything.
    /[a-z_\u0080-\uffff][\w$\u0080-\uffff]*/,
    /[\s\S]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giy',
);

/**
 * The statements of a file, without their semicolons. The body of a function stands in a string; one of the form
 * `begin atomic … end` would be cut.
 */
export function statementsOf(text: string): string[] {
  const statements: string[] = [];
  let begin = 0;
  let isEmpty = true;
  const end = (at: number): void => {
    if (!isEmpty) statements.push(text.slice(begin, at).trim());
    isEmpty = true;
  };
  for (let at = 0; at < text.length; ) {
    PIECE.lastIndex = at;
    const [piece, tag] = PIECE.exec(text) as RegExpExecArray;
    let next = at + piece.length;
    if (piece === ';') {
      end(at);
      begin = next;
    } else if (piece === '/*') next = commentEnd(text, next);
    else if (!piece.startsWith('--') && piece.trim() !== '') isEmpty = false;
    if (tag !== undefined) {
      const closing = text.indexOf(tag, next);
      next = closing < 0 ? text.length : closing + tag.length;
    }
    at = next;
  }
  end(text.length);
  return statements;
}

/** Where a comment ends whose inside begins at `from`: comments of this kind nest. */
function commentEnd(text: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  for (let depth = 1; ; ) {
    const found = mark.exec(text);
    if (!found) return text.length;
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
}
