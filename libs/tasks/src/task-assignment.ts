import type { DirectoryService } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { CheckedTaskSpec } from './task-spec';

/** Who gets a new task, by ids. */
export interface Assignment {
  assigneeId: string | null;
  /** The queue in which the task waits. */
  groupId: string | null;
  candidates: { users: string[]; groups: string[] };
  excluded: string[];
}

/** @throws UnknownUserError or UnknownGroupError for the first name that means nobody in the tenant */
export async function resolveAssignment(
  em: EntityManager,
  directory: DirectoryService,
  { user, group, candidates, excluded = [] }: NonNullable<CheckedTaskSpec['assignTo']>,
): Promise<Assignment> {
  const users = candidates?.users ?? [];
  const groups = [...(group === undefined ? [] : [group]), ...(candidates?.groups ?? [])];
  const resolved = await directory.resolveAssignees(em, {
    users: [...(user === undefined ? [] : [user]), ...users, ...excluded],
    groups,
  });
  const userIds = (names: string[]) => [...new Set(names.map((name) => resolved.users.get(name)?.id ?? ''))];
  return {
    assigneeId: user === undefined ? null : (userIds([user])[0] ?? null),
    groupId: group === undefined ? null : (resolved.groups.get(group)?.id ?? null),
    // Whoever is given a task may claim it again after a release.
    candidates: {
      users: userIds([...(user === undefined ? [] : [user]), ...users]),
      groups: [...new Set(groups.map((name) => resolved.groups.get(name)?.id ?? ''))],
    },
    excluded: userIds(excluded),
  };
}
