import type { TaskOutcome } from '../generated/graphql';
import type { Answer, Described } from './describe-answers';

/** What happened to the task under somebody's hands. */
export function leftWords(outcome: TaskOutcome, by: { displayName: string } | null | undefined): string {
  const done = {
    COMPLETED: 'completed',
    APPROVED: 'approved',
    REJECTED: 'rejected',
    CANCELLED: 'cancelled',
    EXPIRED: null,
  }[outcome];
  if (done === null) return 'The time of this task ended while you wrote.';
  return by ? `${by.displayName} ${done} this while you wrote.` : `This was ${done} while you wrote.`;
}

/** Answers as plain text, one line for each field; what lies inside is indented. */
export function answersAsText(answers: readonly Answer[], indent = ''): string {
  return answers.map(({ label, value }) => `${indent}${label}: ${valueAsText(value, indent)}`).join('\n');
}

function valueAsText(value: Described, indent: string): string {
  const inner = `${indent}  `;
  switch (value.kind) {
    case 'fields':
      return `\n${answersAsText(value.fields, inner)}`;
    case 'items':
      return value.items.map((item) => `\n${inner}- ${valueAsText(item, inner)}`).join('');
    case 'moment':
      return value.at;
    case 'plain':
      return typeof value.value === 'string' ? value.value : JSON.stringify(value.value);
  }
}

/** The answers that say something: not empty, and not what the form opened with. */
export function wordsOf(
  answers: readonly Answer[],
  initial: Record<string, unknown>,
  data: unknown,
): Answer[] {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  return answers.filter(({ key }) => {
    const value = given[key];
    const empty = value === null || value === '' || value === undefined || value === false;
    return !empty && JSON.stringify(value) !== JSON.stringify(initial[key]);
  });
}
