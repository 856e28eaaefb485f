import {
  type AssigneeGroup,
  type DirectoryService,
  type ResolvedAssignees,
  requireWorkers,
  takeTurn,
} from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { GroupIsEmptyError } from './assignment.errors';
import type { CheckedAssignment } from './assignment.schema';
import { type Choice, chooseUser } from '../assignment/choose-assignee';
import { pickMember } from '../assignment/pick-member.store';
import { InvalidTaskSpecError } from '../task/task.errors';

/** Who gets a new task, by ids. */
export interface Assignment extends Choice {
  /** The queue in which the task waits. */
  groupId: string | null;
  candidates: { users: string[]; groups: string[] };
  excluded: string[];
  /** The group has no active member: its supervisors should be told. */
  groupIsEmpty: boolean;
  /** Whether the group's strategy chose; see `takeTurnFor`. */
  byStrategy: boolean;
}

export interface AssignmentMoment {
  tenantId: string;
  now: Date;
  /** Users who may not decide what they have asked for. */
  barred: readonly string[];
}

/**
 * Chooses in the transaction that writes the task; call `takeTurnFor` once it is written.
 * @throws UnknownUserError or UnknownGroupError for the first name that means nobody in the tenant
 * @throws LooksOnError for a user who may only look on
 * @throws InvalidTaskSpecError when the task is for a user who is excluded or may not decide it, and for no group besides
 * @throws GroupIsEmptyError when the caller asked for members
 */
export async function resolveAssignment(
  em: EntityManager,
  directory: DirectoryService,
  spec: CheckedAssignment,
  { tenantId, now, barred }: AssignmentMoment,
): Promise<Assignment> {
  const { user, group, candidates, excluded = [] } = spec;
  const users = [...(user === undefined ? [] : [user]), ...(candidates?.users ?? [])];
  const groups = [...(group === undefined ? [] : [group]), ...(candidates?.groups ?? [])];
  const names = await directory.resolveAssignees(em, { users: [...users, ...excluded], groups });
  requireWorkers(users.flatMap((name) => names.users.get(name) ?? []));
  const userIds = idsOf(users, names.users);
  const excludedIds = idsOf(excluded, names.users);
  const queue = group === undefined ? null : (names.groups.get(group) ?? null);
  if (spec.requireMembers && queue?.hasMembers === false) throw new GroupIsEmptyError(queue.key);
  const directId = user === undefined ? null : (names.users.get(user)?.id ?? null);
  const choice = await choose(em, tenantId, { directId, queue, excludedIds, barred, spec }, now);
  return {
    ...choice,
    groupId: queue?.id ?? null,
    // After a release the assignee may claim the task again, and so may the absent user whom it was meant for.
    candidates: {
      users: choice.substitutedFor === null ? userIds : [...new Set([...userIds, choice.assigneeId ?? ''])],
      groups: idsOf(groups, names.groups),
    },
    excluded: excludedIds,
    groupIsEmpty: queue?.hasMembers === false,
  };
}

/** Counts the choice as the member's turn. After the task is written, so that a repeated creation costs nobody a turn. */
export async function takeTurnFor(
  em: EntityManager,
  tenantId: string,
  { byStrategy, groupId, assigneeId }: Assignment,
): Promise<void> {
  if (byStrategy && groupId !== null && assigneeId !== null) {
    await takeTurn(em, tenantId, groupId, assigneeId);
  }
}

interface Wanted {
  directId: string | null;
  queue: AssigneeGroup | null;
  excludedIds: string[];
  barred: readonly string[];
  spec: CheckedAssignment;
}

async function choose(
  em: EntityManager,
  tenantId: string,
  { directId, queue, excludedIds, barred, spec }: Wanted,
  now: Date,
): Promise<Choice & { byStrategy: boolean }> {
  const excluded = [...excludedIds, ...barred];
  if (directId !== null) {
    if (queue === null && excludedIds.includes(directId)) throw excludedUser();
    if (queue === null && barred.includes(directId)) throw ownRequest();
    const choice = await chooseUser(em, tenantId, directId, excluded, now);
    if (choice.assigneeId !== null || queue === null) return { ...choice, byStrategy: false };
  }
  if (queue === null) return { assigneeId: null, substitutedFor: null, byStrategy: false };
  const strategy = spec.strategy ?? queue.strategy;
  const target = { groupId: queue.id, strategy, skills: spec.skills ?? [], excluded };
  const assigneeId = await pickMember(em, tenantId, target, now);
  return { assigneeId, substitutedFor: null, byStrategy: assigneeId !== null };
}

function excludedUser(): InvalidTaskSpecError {
  const message = 'is excluded from the task; name somebody else, or a group besides';
  return new InvalidTaskSpecError([{ pointer: '/assignTo/user', message }]);
}

function ownRequest(): InvalidTaskSpecError {
  const message = 'asked for this, or it is asked for them; name somebody else, or a group besides';
  return new InvalidTaskSpecError([{ pointer: '/assignTo/user', message }]);
}

function idsOf(names: readonly string[], found: ResolvedAssignees['users' | 'groups']): string[] {
  return [...new Set(names.map((name) => found.get(name)?.id ?? ''))];
}
