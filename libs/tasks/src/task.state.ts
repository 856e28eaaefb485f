/** The life cycle of a task; names of WS-HumanTask. Escalation is a level and an event, never a state. */
export const TASK_STATUSES = [
  'READY',
  'RESERVED',
  'IN_PROGRESS',
  'SUSPENDED',
  'COMPLETED',
  'CANCELLED',
  'EXPIRED',
] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];

export const TASK_ACTIONS = ['claim', 'release', 'complete', 'claim_and_complete'] as const;

export type TaskAction = (typeof TASK_ACTIONS)[number];

/** What a decision about permission needs to know of a task. */
export interface TaskAccess {
  status: TaskStatus;
  assigneeId: string | null;
  ownerId: string | null;
  groupId: string | null;
  createdBy: { kind: string; id: string };
  candidates: { users: string[]; groups: string[] };
  excluded: string[];
}

/** What it needs to know of whoever acts; `Principal` of `@orkestra/tenancy` fits. */
export interface Actor {
  kind: 'user' | 'service' | 'system';
  id: string;
  role: 'admin' | 'member';
  groups: readonly { id: string; role: 'member' | 'supervisor' }[];
}

export type Refusal =
  'closed' | 'suspended' | 'service' | 'excluded' | 'candidate' | 'held' | 'unclaimed' | 'assignee';

const CLOSED: readonly TaskStatus[] = ['COMPLETED', 'CANCELLED', 'EXPIRED'];

export function isClosed(status: TaskStatus): boolean {
  return CLOSED.includes(status);
}

/** Every action that `actor` may take on `task` now. The API shows it and the interface draws its buttons from it. */
export function allowedActions(task: TaskAccess, actor: Actor): TaskAction[] {
  return TASK_ACTIONS.filter((action) => refusal(task, actor, action) === null);
}

/** Why `actor` may not do `action`, or null when it is allowed. The one truth about permissions on tasks. */
export function refusal(task: TaskAccess, actor: Actor, action: TaskAction): Refusal | null {
  if (isClosed(task.status)) return 'closed';
  if (task.status === 'SUSPENDED') return 'suspended';
  if (actor.kind !== 'user') return 'service';
  if (task.excluded.includes(actor.id)) return 'excluded';
  return action === 'claim' || action === 'claim_and_complete'
    ? refusalToClaim(task, actor)
    : refusalToHold(task, actor);
}

function refusalToClaim(task: TaskAccess, actor: Actor): Refusal | null {
  if (!isCandidate(task, actor)) return 'candidate';
  return task.status === 'READY' ? null : 'held';
}

function refusalToHold(task: TaskAccess, actor: Actor): Refusal | null {
  if (task.status === 'READY') return 'unclaimed';
  return task.assigneeId === actor.id ? null : 'assignee';
}

function isCandidate(task: TaskAccess, actor: Actor): boolean {
  return (
    task.candidates.users.includes(actor.id) ||
    actor.groups.some((g) => task.candidates.groups.includes(g.id))
  );
}

/** A person sees the tasks of their queues, what they hold or created; admins and programs see the tenant's. */
export function maySee(task: TaskAccess, actor: Actor): boolean {
  if (actor.kind !== 'user' || actor.role === 'admin') return true;
  if (task.assigneeId === actor.id || task.ownerId === actor.id || task.createdBy.id === actor.id)
    return true;
  return isCandidate(task, actor) || actor.groups.some((group) => group.id === task.groupId);
}
