import { setTimeout as delay } from 'node:timers/promises';

/** What is left of an answer once it holds. */
export type Truthy<T> = Exclude<T, false | null | undefined | 0 | ''>;

/**
 * Waits until `condition` neither throws nor answers a falsy value, and gives back its answer.
 * @throws its last error, or one that says what it last answered, after `timeoutMs` (default 45 s).
 */
export async function eventually<T>(
  condition: () => T | Promise<T>,
  { timeoutMs = 45_000, everyMs = 50 } = {},
): Promise<Truthy<T>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const attempt = await tryOnce(condition);
    if (attempt.value) return attempt.value;
    if (Date.now() > deadline) throw attempt.error ?? new Error('The condition failed.');
    await delay(everyMs);
  }
}

async function tryOnce<T>(condition: () => T | Promise<T>): Promise<{ value?: Truthy<T>; error?: Error }> {
  try {
    const value = await condition();
    if (value) return { value: value as Truthy<T> };
    return { error: new Error(`The condition did not come true; it was last ${JSON.stringify(value)}.`) };
  } catch (error) {
    return { error: error as Error };
  }
}
