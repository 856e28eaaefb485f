import type { TaskStatus } from '../task/task-status';

/** What is read of a task whose holder, or owner, leaves. */
export interface LeftTask {
  id: string;
  revision: number;
  status: TaskStatus;
  suspendedFrom: TaskStatus | null;
  assigneeId: string | null;
  ownerId: string | null;
  workflowId: string | null;
  /** The queue that it goes back to; null without one. */
  queueId: string | null;
  /** Whether somebody else, who is active, was named for it. */
  hasOthers: boolean;
  /** Whether whoever stands in for the person may never act on it. */
  excludesSubstitute: boolean;
}

/** Where a task of somebody who leaves goes. */
export type Destination =
  | { to: 'owner' | 'substitute' | 'borrower'; userId: string }
  | { to: 'queue'; groupId: string }
  | { to: 'others' | 'nobody' };

/**
 * What they held for another goes back to that one; what they lent out stays with whoever has it. All else goes to
 * whoever stands in for them, or where everybody may claim it who may.
 */
export function destinationOf(task: LeftTask, personId: string, substituteId: string | null): Destination {
  if (task.assigneeId !== personId && task.assigneeId !== null) {
    return { to: 'borrower', userId: task.assigneeId };
  }
  if (task.ownerId !== null && task.ownerId !== personId) return { to: 'owner', userId: task.ownerId };
  if (substituteId !== null && !task.excludesSubstitute) return { to: 'substitute', userId: substituteId };
  if (task.queueId !== null) return { to: 'queue', groupId: task.queueId };
  return { to: task.hasOthers ? 'others' : 'nobody' };
}

type Hands = Pick<LeftTask, 'status' | 'suspendedFrom' | 'assigneeId' | 'ownerId'>;

/** In whose hands the task is afterwards, and in which state. */
export function handsAfter(task: LeftTask, destination: Destination): Hands {
  const assigneeId = 'userId' in destination ? destination.userId : null;
  if (destination.to === 'borrower') {
    return { status: task.status, suspendedFrom: task.suspendedFrom, assigneeId, ownerId: null };
  }
  const state = assigneeId === null ? 'READY' : 'RESERVED';
  const isPaused = task.status === 'SUSPENDED';
  return {
    status: isPaused ? 'SUSPENDED' : state,
    suspendedFrom: isPaused ? state : null,
    assigneeId,
    ownerId: null,
  };
}

const KINDS: Record<Destination['to'], string> = {
  owner: 'resolved',
  substitute: 'reassigned',
  borrower: 'reassigned',
  queue: 'released',
  others: 'released',
  nobody: 'released',
};

/** The kind of the line that it leaves in the history. */
export function kindOf({ to }: Destination): string {
  return KINDS[to];
}
