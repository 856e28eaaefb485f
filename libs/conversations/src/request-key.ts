/** Any longer one would not fit the index. */
const KEY = /^[^\p{Cc}\p{Surrogate}]{1,500}$/u;

/** What is wrong with a key that names a piece of work; null when nothing is. */
export function keyProblem(key: string): string | null {
  return KEY.test(key) ? null : 'must be 1 to 500 characters without control characters';
}
