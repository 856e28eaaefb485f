import { type DirectoryService, requireWorkers } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { chooseAssignee } from './choose-assignee';
import type { TaskChange } from '../commands/transition.store';
import { barredFrom } from '../task/self-approval';
import type { TaskView } from '../task/task-view';
import { TargetAbsentError } from '../task/task.errors';
import { RefusedError } from '../task/refused.errors';

/** To whom a task is given, by names or ids: one of the two. */
export interface TaskTarget {
  user?: string | undefined;
  group?: string | undefined;
}

/** A target by ids: a user or a group. */
export interface ResolvedTarget {
  userId: string | null;
  groupId: string | null;
}

/** @throws UnknownUserError, UnknownGroupError, LooksOnError, `task.target_excluded` */
export async function resolveTarget(
  em: EntityManager,
  directory: DirectoryService,
  task: TaskView,
  { user, group }: TaskTarget,
): Promise<ResolvedTarget> {
  const { users, groups } = await directory.resolveAssignees(em, {
    users: user === undefined ? [] : [user],
    groups: group === undefined ? [] : [group],
  });
  requireWorkers(users.values());
  const userId = user === undefined ? null : (users.get(user)?.id ?? null);
  const groupId = group === undefined ? null : (groups.get(group)?.id ?? null);
  if (userId !== null && barredFrom(task).includes(userId)) throw new RefusedError('task.target_excluded');
  return { userId, groupId };
}

/** What changes when a task goes to others, and for the history in whose place its new assignee stands. */
export interface Handover {
  change: TaskChange;
  details: { substitutedFor?: string };
}

/**
 * The task in other hands: with a person or whoever stands in for them, or in a group's queue, where the group's
 * strategy may find somebody at once. Whoever held it does not any more, nor can people who were named claim it; a
 * person keeps the task's groups behind them, whose supervisors watch over it. Lock the task before.
 * @throws TargetAbsentError when the person is away and nobody stands in but whoever holds the task
 */
export async function handedTo(
  em: EntityManager,
  task: TaskView,
  { userId, groupId }: ResolvedTarget,
  at: Date,
): Promise<Handover> {
  // Whoever gives the task away does not get it back as the substitute of the one who is away.
  const holder = userId === null || userId === task.assigneeId ? null : task.assigneeId;
  const barred = barredFrom(task);
  const excluded = holder === null ? barred : [...barred, holder];
  const { assigneeId, substitutedFor } = await chooseAssignee(
    em,
    task.tenantId,
    { userId, groupId, excluded },
    at,
  );
  if (userId !== null && assigneeId === null) throw new TargetAbsentError();
  const named = userId === null ? [] : [...new Set([userId, assigneeId ?? userId])];
  return {
    change: {
      status: assigneeId === null ? 'READY' : 'RESERVED',
      assigneeId,
      ownerId: null,
      groupId: groupId ?? task.groupId,
      candidates: { users: named, groups: groupId === null ? task.candidates.groups : [groupId] },
    },
    details: substitutedFor === null ? {} : { substitutedFor },
  };
}
