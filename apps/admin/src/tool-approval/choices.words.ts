import type { Choices, Missing } from './choices';

/** What is said at a call whose choice is not complete. */
export const missingWords: Record<Missing, string> = {
  verdict: 'Allow or deny this call.',
  message: 'Say why, so that the agent can do something about it.',
  until: 'Choose a time that is still to come.',
};

/** How many calls have been chosen how: "2 allowed, 1 denied, 1 open". */
export function choiceWords({ decisions }: Choices, callIds: readonly string[]): string {
  const count = (verdict?: string) => callIds.filter((id) => decisions[id]?.verdict === verdict).length;
  const parts = [
    [count('allow'), 'allowed'],
    [count('deny'), 'denied'],
    [count(), 'open'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ');
}
