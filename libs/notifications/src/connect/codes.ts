import { createHash, randomInt } from 'node:crypto';

/** Without what looks alike (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const DIGITS = 6;

/** 50 bits: whoever sends it to a channel is not asked who they are. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** Short, since it is typed in by somebody who has signed in, and a few times at most. */
export function newDigits(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

/** As people type it: with spaces, in small letters, O for 0. */
export function hashOf(code: string, salt = ''): Buffer {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return createHash('sha256').update(`${salt}${plain}`).digest();
}
