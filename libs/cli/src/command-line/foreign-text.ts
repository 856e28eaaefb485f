/** Control characters, and those that turn the direction of writing, so that a text reads as something else. */
const DECEIVING = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const INNER_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** What others wrote, on one line, without what would control the terminal. */
export function onOneLine(text: string): string {
  return text.replace(BREAKS, ' ').replace(DECEIVING, '');
}

/** What others wrote, with its lines, without what would control the terminal. */
export function inLines(text: string): string[] {
  return text
    .replace(INNER_BREAKS, '\n')
    .split('\n')
    .map((line) => line.replace(/\t/g, '    ').replace(DECEIVING, ''));
}

/** JSON text that means the same and holds no character that would control the terminal. */
export function escapedJson(json: string): string {
  // JSON itself has escaped those below U+0020 in texts; line breaks are its layout.
  return json.replace(DECEIVING, (character) => (character === '\n' ? character : escaped(character)));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
