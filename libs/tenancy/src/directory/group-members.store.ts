import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import { WORKS } from '../permission-table';

/** Somebody whom a group may give a task. */
export interface AvailableMember {
  userId: string;
  /** How many open tasks groups may give them; null for any number. */
  capacity: number | null;
}

export interface MemberNeeds {
  /** All of them are needed; in small letters. */
  skills: readonly string[];
  /** Users who may never act on the task. */
  excluded: readonly string[];
  /** Who is absent at this moment is passed over. */
  at: Date;
}

/** Until the transaction ends nobody else hands out tasks of the group by its strategy. */
export async function lockGroup(em: EntityManager, tenantId: string, groupId: string): Promise<void> {
  // Writing a task of the group takes a lock on its row too, for the foreign key: this one goes together with it.
  await em.query('SELECT FROM groups WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    tenantId,
    groupId,
  ]);
}

/** Until the transaction ends nobody else uses up the user's capacity, which several groups may be about to do. */
export async function lockUser(em: EntityManager, tenantId: string, userId: string): Promise<void> {
  await em.query('SELECT FROM users WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE', [tenantId, userId]);
}

/** The active members who work on tasks, are there and have the skills; whoever got a task of the group longest ago is first. */
export async function availableMembers(
  em: EntityManager,
  tenantId: string,
  groupId: string,
  { skills, excluded, at }: MemberNeeds,
): Promise<AvailableMember[]> {
  return queryRows<AvailableMember>(
    em,
    `SELECT m.user_id AS "userId", u.capacity
     FROM group_members m JOIN users u ON u.tenant_id = m.tenant_id AND u.id = m.user_id
     WHERE m.tenant_id = $1 AND m.group_id = $2 AND m.role = 'member' AND u.active AND ${WORKS}
       AND NOT m.user_id = ANY($3::uuid[])
       AND NOT EXISTS (SELECT FROM absences a WHERE a.tenant_id = m.tenant_id AND a.user_id = m.user_id
                         AND a.starts_at <= $4 AND a.ends_at > $4)
       AND NOT EXISTS (SELECT FROM unnest($5::text[]) AS needed (skill) WHERE NOT EXISTS (
             SELECT FROM user_skills s
             WHERE s.tenant_id = m.tenant_id AND s.user_id = m.user_id AND s.skill = needed.skill))
     ORDER BY m.last_turn NULLS FIRST, m.user_id`,
    [tenantId, groupId, excluded, at, skills],
  );
}

/** Moves a member to the end of the group's line; the group must be locked. */
export async function takeTurn(
  em: EntityManager,
  tenantId: string,
  groupId: string,
  userId: string,
): Promise<void> {
  await em.query(
    `UPDATE group_members SET last_turn = nextval('assignment_turns')
     WHERE tenant_id = $1 AND group_id = $2 AND user_id = $3`,
    [tenantId, groupId, userId],
  );
}
