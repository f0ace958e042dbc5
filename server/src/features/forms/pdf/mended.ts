/** What of a font file the library keeps to itself. */
interface FontFile {
  characterSet: number[];
  glyphForCodePoint(codePoint: number): unknown;
  layout(text: string): unknown;
  _layoutEngine?: { engine?: { GPOSProcessor?: Positioning } };
}
interface Positioning {
  applyAnchor(mark: { markAnchor: unknown }, base: unknown, index: number): void;
}

/** Mends two faults of fontkit in a font that a document has just opened; scripts that join letters show them. */
export function mend(font: unknown): void {
  const file = font as FontFile;
  if (!file.characterSet) return;
  keepMeanings(file);
  file.layout('');
  const positioning = file._layoutEngine?.engine?.GPOSProcessor;
  if (!positioning) return;
  const apply = positioning.applyAnchor;
  // A font need not have a place for each mark on each letter: such a mark stays where it is.
  positioning.applyAnchor = function (mark, base, index) {
    if (base && mark.markAnchor) apply.call(this, mark, base, index);
  };
}

const VOWEL = /^(?!\p{Default_Ignorable_Code_Point})[\p{Mc}\p{Mn}]$/u;

/**
 * A glyph is kept with the characters for which it was first used. A vowel's that first came as a part of another vowel
 * would be taken for that one from then on: each is used for its own before anything is laid out.
 */
function keepMeanings(file: FontFile): void {
  for (const codePoint of file.characterSet)
    if (VOWEL.test(String.fromCodePoint(codePoint))) file.glyphForCodePoint(codePoint);
}
