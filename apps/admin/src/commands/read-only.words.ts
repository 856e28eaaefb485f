import type { TaskStatus } from '../generated/graphql';

export interface Held {
  status: TaskStatus;
  assignee?: { displayName: string } | null;
}

/** Why the form can be read but not filled. */
export function readOnlyReason({ status, assignee }: Held): string {
  if (status === 'SUSPENDED') return 'The task is suspended.';
  if (assignee) return `${assignee.displayName} holds this task. You can read it here.`;
  return 'This task is for other people. You can read it here.';
}
