import { z } from 'zod';
import { oneLine } from './one-line';

/** A title or name of so many characters at most, cleaned as `oneLine` does, that people can see. */
export function oneLineText(longest: number) {
  return z
    .string()
    .transform((text) => oneLine(text))
    .pipe(z.string().min(1, 'must not be empty').max(longest));
}
