import type { TaskAction, TaskStatus } from '../generated/graphql';

export interface Held {
  status: TaskStatus;
  assignee?: { id: string; displayName: string } | null;
  owner?: { displayName: string } | null;
}

/** Whether somebody holds the task for the one who delegated it: they fill it in and give it back, and decide nothing. */
export function holdsForOwner(
  { assignee, allowedActions }: Pick<Held, 'assignee'> & { allowedActions: readonly TaskAction[] },
  viewerId: string,
): boolean {
  return assignee?.id === viewerId && allowedActions.includes('RESOLVE');
}

/** What somebody who holds a task for another is told. */
export function borrowedWords({ owner }: Pick<Held, 'owner'>): string {
  const name = owner?.displayName ?? 'The owner';
  return `${name} has delegated this to you. Fill it in as far as you can and give it back: ${name} completes it.`;
}

/** Why the form can be read but not filled. */
export function readOnlyReason({ status, assignee, owner }: Held, viewerId: string): string {
  if (status === 'SUSPENDED') return 'The task is suspended.';
  if (assignee?.id === viewerId)
    return `You hold this task for ${owner?.displayName ?? 'its owner'}, who decides.`;
  if (assignee) return `${assignee.displayName} holds this task. You can read it here.`;
  return 'This task is for other people. You can read it here.';
}
