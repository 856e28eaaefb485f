import { type OrkestraActivities, TASK_CHANGED_SIGNAL, TASK_CLOSED_SIGNAL } from '@orkestra/sdk';

/** What the SDK's own activities do, in plain words; null for what only the SDK cares about. */
const ACTIVITIES: Record<keyof OrkestraActivities, string | null> = {
  createTask: 'a task was asked for',
  readTaskResult: null,
  advanceTask: 'the next step of a task was looked at',
  adoptTask: 'the time limits of a task were taken over',
  cancelTask: 'a task was withdrawn',
  reassignTask: 'a task was given to others',
  answerChanges: 'asked-for changes were answered',
  closeExecution: null,
};

const SIGNALS: Record<string, string> = {
  [TASK_CLOSED_SIGNAL]: 'a task was decided, cancelled or expired',
  [TASK_CHANGED_SIGNAL]: 'a task was changed',
};

/** Undefined for an activity that is not the SDK's. */
export function wordsOfSdkActivity(name: string): string | null | undefined {
  return Object.hasOwn(ACTIVITIES, name) ? ACTIVITIES[name as keyof OrkestraActivities] : undefined;
}

/** Null for one that nobody needs to know of. */
export function wordsOfReservedSignal(name: string): string | null {
  return Object.hasOwn(SIGNALS, name) ? (SIGNALS[name] ?? null) : null;
}
