import { type GroupStrategy, substituteOf, takeTurn } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { pickMember } from './pick-member.store';

/** To whom a task is to be given, by ids: a user, or else a group. */
export interface AssignmentTarget {
  userId?: string | null;
  groupId?: string | null;
  /** The strategy to choose by, in place of the group's own. */
  strategy?: GroupStrategy | undefined;
  /** All of them are needed; only where a group chooses. */
  skills?: readonly string[];
  /** Users who may never act on the task. */
  excluded: readonly string[];
}

/** Who gets a task. */
export interface Choice {
  /** Null when nobody can take it now: then the task is READY for its candidates. */
  assigneeId: string | null;
  /** The absent user in whose place the assignee stands. */
  substitutedFor: string | null;
}

const NOBODY: Choice = { assigneeId: null, substitutedFor: null };

/**
 * Chooses who gets a task that goes to a user or a group: the user or their substitute, or whoever the group's
 * strategy finds, whose turn it then was. In the transaction that changes the task.
 */
export async function chooseAssignee(
  em: EntityManager,
  tenantId: string,
  target: AssignmentTarget,
  at: Date,
): Promise<Choice> {
  if (target.userId != null) return chooseUser(em, tenantId, target.userId, target.excluded, at);
  if (target.groupId == null) return NOBODY;
  const assigneeId = await pickMember(em, tenantId, { ...target, groupId: target.groupId }, at);
  if (assigneeId === null) return NOBODY;
  await takeTurn(em, tenantId, target.groupId, assigneeId);
  return { assigneeId, substitutedFor: null };
}

/** The user, or whoever stands in for them. Nobody who is excluded. */
export async function chooseUser(
  em: EntityManager,
  tenantId: string,
  userId: string,
  excluded: readonly string[],
  at: Date,
): Promise<Choice> {
  const { absent, substituteId } = await substituteOf(em, tenantId, userId, at, excluded);
  if (absent) return substituteId === null ? NOBODY : { assigneeId: substituteId, substitutedFor: userId };
  return excluded.includes(userId) ? NOBODY : { assigneeId: userId, substitutedFor: null };
}
