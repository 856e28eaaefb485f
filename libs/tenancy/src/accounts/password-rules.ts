import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { LONGEST_PASSWORD } from '../auth/passwords';
import { WeakPasswordError } from './accounts.errors';

const SHORTEST_PASSWORD = 12;
/** Of longer ones the rest is not looked at: the work grows faster than the length. */
const LOOKED_AT = 72;
/** zxcvbn's 3 of 4: more than a hundred million guesses. */
const LOWEST_SCORE = 3;

let estimator: ZxcvbnFactory | undefined;

/**
 * Length and how easily it is guessed count (NIST SP 800-63B), not which kinds of characters it has.
 * @param own what belongs to the person: their address, their name, their workspace
 * @throws WeakPasswordError
 */
export function checkPassword(password: string, own: readonly string[]): void {
  if ([...password].length < SHORTEST_PASSWORD) {
    throw new WeakPasswordError(`must have at least ${SHORTEST_PASSWORD} characters`);
  }
  if (password.length > LONGEST_PASSWORD) {
    throw new WeakPasswordError(`must have at most ${LONGEST_PASSWORD} characters`);
  }
  const plain = password.toLowerCase();
  if (own.some((text) => text.includes('@') && plain.includes(text.toLowerCase()))) {
    throw new WeakPasswordError('must not hold your e-mail address');
  }
  // 400 kB of words, which only a process that sets passwords needs.
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const words = own.flatMap(wordsOf).filter((text) => text.length > 2);
  const { score } = estimator.check(password.slice(0, LOOKED_AT), ['orkestra', ...words]);
  if (score < LOWEST_SCORE) {
    throw new WeakPasswordError('is too easy to guess. Take a few words that do not belong together');
  }
}

/** The whole, its parts, and the whole without what stands between them. */
function wordsOf(text: string): string[] {
  const parts = text.split(/[^\p{L}\p{N}]+/u);
  return [text, parts.join(''), ...parts];
}
