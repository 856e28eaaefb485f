import { queryRows } from '@orkestra/core';
import { WORKS } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import { barredFrom } from '../task/self-approval';
import type { Quorum, TaskView } from '../task/task-view';
import { type Electorate, isReachable, type Vote, type Voter } from './quorum';

/**
 * Who may vote now: active candidates and members of candidate groups, but the excluded, those who only look on and those
 * who may not decide their own request.
 */
export async function readElectorate(em: EntityManager, task: TaskView): Promise<Electorate> {
  const voters = await queryRows<Voter>(
    em,
    `SELECT u.id, coalesce(json_agg(DISTINCT m.group_id) FILTER (WHERE m.group_id IS NOT NULL), '[]') AS groups
     FROM users u LEFT JOIN group_members m
       ON m.tenant_id = u.tenant_id AND m.user_id = u.id AND m.group_id = ANY($3::uuid[])
     WHERE u.tenant_id = $1 AND u.active AND ${WORKS} AND NOT u.id = ANY($4::uuid[])
       AND (m.group_id IS NOT NULL OR u.id = ANY($2::uuid[]))
     GROUP BY u.id`,
    [task.tenantId, task.candidates.users, task.candidates.groups, barredFrom(task)],
  );
  return { voters, groups: task.candidates.groups };
}

/** The votes on the payload as it is now, by voter. */
export async function readVotes(em: EntityManager, task: TaskView): Promise<Map<string, Vote>> {
  const rows = await queryRows<{ voterId: string; vote: Vote }>(
    em,
    `SELECT voter_id AS "voterId", vote FROM task_decisions
     WHERE tenant_id = $1 AND task_id = $2 AND round = $3 AND vote IN ('approved', 'rejected')`,
    [task.tenantId, task.id, task.round],
  );
  return new Map(rows.map(({ voterId, vote }) => [voterId, vote]));
}

/** Why those who may vote could never approve, however they vote from now on; null when they could. */
export async function quorumProblem(
  em: EntityManager,
  task: TaskView,
  quorum: Quorum,
): Promise<string | null> {
  const electorate = await readElectorate(em, task);
  if (isReachable(quorum, electorate, await readVotes(em, task))) return null;
  return `leaves a vote that nobody could win any more: ${electorate.voters.length} people may vote`;
}
