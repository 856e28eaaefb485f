import {
  type GuestPass,
  isAdminRole,
  isWorkingRole,
  seesAllRole,
  type SelfApprovalPolicy,
  type TenantContext,
  type TenantRole,
} from '@orkestra/tenancy';
import type { TaskStatus } from './task-status';

/** What a decision about permission needs to know of a task. */
export interface TaskAccess {
  /** What a guest's pass is compared with. */
  id?: string;
  status: TaskStatus;
  assigneeId: string | null;
  /** Who gave the task to the assignee for a while, and gets it back. */
  ownerId: string | null;
  groupId: string | null;
  createdBy: { kind: string; id: string };
  /** Who started the workflow that asked for the task. */
  startedById: string | null;
  candidates: { users: string[]; groups: string[] };
  excluded: string[];
  decidableBy: 'people' | 'anyone';
  /** Whether people approve or reject in place of filling a form. */
  approval: boolean;
  /** Whether several people vote; nobody claims such a task. */
  voting: boolean;
  /** Who has voted on the payload as it is now. */
  voters: string[];
  waitingFor: 'requester' | null;
  /** Of an approval, the people who asked for it and those for whom it was asked; nobody of other tasks. */
  requesters: string[];
  /** Of an approval, what the tenant says now of requesters who decide it themselves. */
  selfApproval: SelfApprovalPolicy | null;
}

/** What it needs to know of whoever acts. */
export interface Actor {
  kind: 'user' | 'service' | 'system';
  id: string;
  role: TenantRole;
  groups: readonly { id: string; role: 'member' | 'supervisor' }[];
  /** Of an API key; people have every scope. */
  scopes?: readonly string[];
  /** The person for whom a program acts. */
  onBehalfOf?: string | undefined;
  /** What acts in the person's name. */
  agent?: string | undefined;
  /** Of a guest, who has to do with one task alone. */
  guest?: GuestPass | undefined;
}

const actors = new WeakMap<TenantContext, Actor>();

/** Who acts, as permissions need to know it: once for a context, since every row of a page asks. */
export function actorOf(ctx: TenantContext): Actor {
  const known = actors.get(ctx);
  if (known !== undefined) return known;
  const { principal, scopes, onBehalfOf, agent, guest } = ctx;
  const actor = Object.freeze({ ...principal, scopes, onBehalfOf, agent, guest });
  actors.set(ctx, actor);
  return actor;
}

/** What somebody is to a task. */
export type TaskRole =
  'candidate' | 'assignee' | 'owner' | 'supervisor' | 'admin' | 'creator' | 'program' | 'system' | 'guest';

/** Every role that the actor has; none for the excluded and those who only look on, whatever else they are. */
export function rolesOf(task: TaskAccess, actor: Actor): Set<TaskRole> {
  if (actor.kind === 'system') return new Set(['system']);
  if (actor.kind === 'service') return new Set(rolesOfService(task, actor));
  if (actor.guest !== undefined) return new Set(isInvited(task, actor.guest) ? ['guest'] : []);
  if (task.excluded.includes(actor.id) || !isWorkingRole(actor.role)) return new Set();
  return new Set(rolesOfUser(task, actor));
}

function isInvited({ id }: TaskAccess, { taskId }: GuestPass): boolean {
  return id !== undefined && id === taskId;
}

/** Whether the actor has to do with the task only as the one who asked for it. */
export function isOnlyCreator(task: TaskAccess, actor: Actor): boolean {
  const roles = rolesOf(task, actor);
  return roles.has('creator') && !roles.has('assignee') && !roles.has('supervisor') && !roles.has('admin');
}

function* rolesOfUser(task: TaskAccess, actor: Actor): Generator<TaskRole> {
  if (isCandidate(task, actor)) yield 'candidate';
  if (task.assigneeId === actor.id) yield 'assignee';
  if (task.ownerId === actor.id) yield 'owner';
  if (task.createdBy.kind === 'user' && task.createdBy.id === actor.id) yield 'creator';
  if (supervises(task, actor)) yield 'supervisor';
  if (isAdminRole(actor.role)) yield 'admin';
}

/** A program never decides what it asked for itself, be it the task or the workflow behind it. */
function* rolesOfService(task: TaskAccess, actor: Actor): Generator<TaskRole> {
  const created = task.createdBy.kind === 'service' && task.createdBy.id === actor.id;
  if (created) yield 'creator';
  if (created || task.startedById === actor.id) return;
  if (task.decidableBy === 'anyone' && actor.scopes?.includes('tasks:complete')) yield 'program';
}

function isCandidate(task: TaskAccess, actor: Actor): boolean {
  return (
    task.candidates.users.includes(actor.id) ||
    actor.groups.some((group) => task.candidates.groups.includes(group.id))
  );
}

/** The groups whose supervisors watch over the task. */
export function supervisedGroups({ groupId, candidates }: TaskAccess): string[] {
  return [...new Set([...(groupId === null ? [] : [groupId]), ...candidates.groups])];
}

function supervises(task: TaskAccess, actor: Actor): boolean {
  const groups = [...task.candidates.groups, ...(task.groupId === null ? [] : [task.groupId])];
  return actor.groups.some((group) => group.role === 'supervisor' && groups.includes(group.id));
}

/** A person sees the tasks of their queues, what they hold, own or created; admins, auditors and programs see the tenant's. */
export function maySee(task: TaskAccess, actor: Actor): boolean {
  if (actor.guest !== undefined) return isInvited(task, actor.guest);
  if (actor.kind !== 'user' || seesAllRole(actor.role)) return true;
  if (task.assigneeId === actor.id || task.ownerId === actor.id || task.createdBy.id === actor.id)
    return true;
  return isCandidate(task, actor) || actor.groups.some((group) => group.id === task.groupId);
}
