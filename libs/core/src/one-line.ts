/** Control characters, and those that turn the direction of writing, which make `exe.png` out of `gnp.exe`. */
const DECEIVING = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Something that a person sees: no space, no mark alone, nothing without a width; U+2800 is an empty cell of Braille. */
const VISIBLE = /[^\s\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The text without characters that control or turn what stands around them. */
export function withoutDeceiving(text: string): string {
  return text.replace(DECEIVING, '');
}

/**
 * A title, name or label as it is kept: on one line, without characters that control or turn what stands around them;
 * empty where there is nothing to see in it.
 */
export function oneLine(text: string): string {
  const line = withoutDeceiving(text.replace(BREAKS, ' ')).trim();
  return VISIBLE.test(line) ? line : '';
}
