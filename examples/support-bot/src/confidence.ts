/** What the retrieval found out about a question. */
export interface Evidence {
  /** Words of the question that say something. */
  questionTerms: number;
  /** How many of them the best passage has. */
  matchedTerms: number;
  /** Score of the best passage. */
  best: number;
  /** Score of the next best passage, 0 without one. */
  next: number;
}

/**
 * How sure the bot may be of the best passage, from 0 to 1: coverage × margin.
 *
 * Coverage is the share of the question's words that the passage has. Margin is 1 when the next passage scores at most
 * half as much, and falls to 0.5 when both score the same. A question of a single word stays below the usual
 * threshold, because one word is a subject and not yet a question; and nothing is ever certain, because matching words
 * is not understanding. `retrieval.spec.ts` holds the calibration.
 */
export function confidenceOf({ questionTerms, matchedTerms, best, next }: Evidence): number {
  if (questionTerms === 0 || best <= 0) return 0;
  const coverage = matchedTerms / questionTerms;
  const margin = Math.min(1, 1.5 - next / best);
  const ceiling = questionTerms === 1 ? 0.6 : 0.95;
  return Math.round(Math.min(coverage * margin, ceiling) * 100) / 100;
}
