import type { Choices, Missing } from './choices';

/** What is said at a call whose choice is not complete. */
export const missingWords: Record<Missing, string> = {
  verdict: 'Allow or deny this call.',
  message: 'Say why, so that the agent can do something about it.',
  until: 'Choose a time that is still to come.',
};

/** What is said after every call got the same verdict. */
export function chosenWords(verdict: 'allow' | 'deny', calls: number, critical: number): string {
  if (verdict === 'deny') return `All ${calls} calls are marked as denied. Nothing is sent yet.`;
  const left = critical === 0 ? '' : ` Each critical call has to be decided by itself: ${critical} left.`;
  const allowed = calls - critical;
  return `${allowed} ${allowed === 1 ? 'call is' : 'calls are'} marked as allowed.${left} Nothing is sent yet.`;
}

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
