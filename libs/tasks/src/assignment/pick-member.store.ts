import { queryRows } from '@orkestra/core';
import {
  type AvailableMember,
  availableMembers,
  type GroupStrategy,
  lockGroup,
  lockUser,
} from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';

export interface GroupTarget {
  groupId: string;
  /** The strategy to choose by, in place of the group's own. */
  strategy?: GroupStrategy | undefined;
  skills?: readonly string[];
  excluded: readonly string[];
}

/**
 * Whom the group's strategy gives a task, or null when it leaves tasks in the queue or nobody can take one.
 * The group stays locked until the transaction ends, so that each choice knows of all earlier ones.
 */
export async function pickMember(
  em: EntityManager,
  tenantId: string,
  { groupId, strategy: given, skills = [], excluded }: GroupTarget,
  at: Date,
): Promise<string | null> {
  const strategy = given ?? (await readStrategy(em, tenantId, groupId));
  if (strategy === 'manual') return null;
  await lockGroup(em, tenantId, groupId);
  const members = await availableMembers(em, tenantId, groupId, { skills, excluded, at });
  const needsLoad = strategy === 'least-loaded' || members.some(({ capacity }) => capacity !== null);
  const load = needsLoad ? await openTasks(em, tenantId, members) : new Map<string, number>();
  const loadOf = ({ userId }: AvailableMember) => load.get(userId) ?? 0;
  const free = members.filter((member) => member.capacity === null || loadOf(member) < member.capacity);
  // `members` come in the order of their turns, and the sort is stable: among equals the turn counts.
  const inOrder = strategy === 'least-loaded' ? free.toSorted((a, b) => loadOf(a) - loadOf(b)) : free;
  for (const member of inOrder) {
    if (await hasRoom(em, tenantId, member)) return member.userId;
  }
  return null;
}

/** How many open tasks each person has, out of an index that holds no closed ones. */
export const OPEN_TASKS = `
  SELECT m.user_id AS "userId", (SELECT count(*)::int FROM tasks t
    WHERE t.tenant_id = $1 AND t.assignee_id = m.user_id AND t.closed_at IS NULL) AS open
  FROM unnest($2::uuid[]) AS m (user_id)`;

/** How many open tasks each of the members holds. */
async function openTasks(
  em: EntityManager,
  tenantId: string,
  members: readonly AvailableMember[],
): Promise<Map<string, number>> {
  const userIds = members.map(({ userId }) => userId);
  const rows = await queryRows<{ userId: string; open: number }>(em, OPEN_TASKS, [tenantId, userIds]);
  return new Map(rows.map(({ userId, open }) => [userId, open]));
}

/** Another group may have filled somebody's capacity meanwhile: counts again where nobody else can. */
async function hasRoom(em: EntityManager, tenantId: string, member: AvailableMember): Promise<boolean> {
  if (member.capacity === null) return true;
  await em.query('SAVEPOINT capacity');
  await lockUser(em, tenantId, member.userId);
  const load = await openTasks(em, tenantId, [member]);
  if ((load.get(member.userId) ?? 0) < member.capacity) return true;
  // Releases the lock on the user, so that two transactions never hold one user each and wait for the other's.
  await em.query('ROLLBACK TO SAVEPOINT capacity');
  return false;
}

async function readStrategy(em: EntityManager, tenantId: string, groupId: string): Promise<GroupStrategy> {
  const [group] = await queryRows<{ strategy: GroupStrategy }>(
    em,
    'SELECT strategy FROM groups WHERE tenant_id = $1 AND id = $2',
    [tenantId, groupId],
  );
  return group?.strategy ?? 'manual';
}
