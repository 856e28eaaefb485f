import { InvalidSearchError } from './directory.errors';

const LONGEST_TEXT = 100;

/**
 * What somebody typed, for the right side of ILIKE, where it has no wildcards; with its letters as `readable` has them.
 * @throws InvalidSearchError
 */
export function literalText(text: string): string {
  if (text.length > LONGEST_TEXT || text.includes('\0')) {
    throw new InvalidSearchError(`Search for at most ${LONGEST_TEXT} characters of a name.`);
  }
  return text
    .normalize('NFKC')
    .trim()
    .replace(/[\\%_]/g, '\\$&');
}

/** A name as SQL, its letters in one of their encodings, and every space a plain one. */
export function readable(column: string): string {
  return `normalize(${column}, NFKC)`;
}
