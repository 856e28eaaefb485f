import type { DirectoryService } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { TaskChange } from './task-transition';
import type { TaskView } from './task-view';
import { TargetExcludedError } from './tasks.errors';

/** To whom a task is given, by names or ids: one of the two. */
export interface TaskTarget {
  user?: string | undefined;
  group?: string | undefined;
}

/** The same by ids. */
export interface ResolvedTarget {
  userId: string | null;
  groupId: string | null;
}

/** @throws UnknownUserError, UnknownGroupError, TargetExcludedError */
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
  const userId = user === undefined ? null : (users.get(user)?.id ?? null);
  const groupId = group === undefined ? null : (groups.get(group)?.id ?? null);
  if (userId !== null && task.excluded.includes(userId)) throw new TargetExcludedError();
  return { userId, groupId };
}

/**
 * The task in other hands: with a person, or in a group's queue. Whoever held it does not any more, nor can people who
 * were named claim it; a person keeps the task's groups behind them, whose supervisors watch over it.
 */
export function handedTo(task: TaskView, { userId, groupId }: ResolvedTarget): TaskChange {
  if (userId !== null) {
    return {
      status: 'RESERVED',
      assigneeId: userId,
      ownerId: null,
      candidates: { users: [userId], groups: task.candidates.groups },
    };
  }
  return {
    status: 'READY',
    assigneeId: null,
    ownerId: null,
    groupId: groupId ?? task.groupId,
    candidates: { users: [], groups: groupId === null ? task.candidates.groups : [groupId] },
  };
}
