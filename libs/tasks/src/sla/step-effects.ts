import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { Plan } from '../commands/task-commands.service';
import type { Handover } from '../assignment/task-target';
import type { TaskView } from '../task/task-view';
import { DEFAULT_CHAIN_POSITION } from './plan-steps';
import type { TaskStep } from './task-steps.store';
import { barredFrom } from '../task/self-approval';
import { supervisedGroups } from '../task/task-roles';

/** The task ends because nobody decided. */
export function expiry({ message }: TaskStep): Plan {
  const outcomeReason = message ?? 'Nobody decided in time.';
  const change = { status: 'EXPIRED', outcome: 'expired', outcomeReason } as const;
  return { kind: 'expired', note: outcomeReason, change };
}

/** The task goes to others, or one level up, or both. */
export function handover(task: TaskView, { action, message }: TaskStep, { change, details }: Handover): Plan {
  const note = message ?? undefined;
  if (action === 'reassign') return { kind: 'reassigned', note, change, details };
  const raised = { ...change, escalationLevel: task.escalationLevel + 1 };
  return { kind: 'escalated', note, change: raised, details };
}

/** Whether the step's target is there, and may act: a user may have left since the step was planned. */
export async function mayReceive(em: EntityManager, task: TaskView, step: TaskStep): Promise<boolean> {
  if (step.groupId !== null) return true;
  return (
    step.userId !== null && !barredFrom(task).includes(step.userId) && (await isActive(em, task, step.userId))
  );
}

/** Whether the step would give to somebody else what several people vote on: then that one is told of it. */
export function staysWithVoters({ voting }: TaskView, { action, userId, groupId }: TaskStep): boolean {
  const givesAway = action === 'reassign' || action === 'escalate';
  return voting && givesAway && (userId !== null || groupId !== null);
}

/** Who is to be told: the step's target, and the supervisors where there is none or it has left. */
export async function recipientsOf(
  em: EntityManager,
  task: TaskView,
  { userId, groupId }: TaskStep,
): Promise<{ users: string[]; groups: string[] } | { supervisorsOf: string[] }> {
  if (groupId !== null) return { users: [], groups: [groupId] };
  if (userId !== null && (await isActive(em, task, userId))) return { users: [userId], groups: [] };
  return { supervisorsOf: supervisedGroups(task) };
}

async function isActive(em: EntityManager, { tenantId }: TaskView, userId: string): Promise<boolean> {
  const sql = 'SELECT FROM users WHERE tenant_id = $1 AND id = $2 AND active';
  return (await queryRows(em, sql, [tenantId, userId])).length > 0;
}

/** Whether the task's own chain says what follows a breach; a warning before it does not. */
export async function hasAnswer(em: EntityManager, task: TaskView): Promise<boolean> {
  const rows = await queryRows(
    em,
    `SELECT FROM task_steps WHERE tenant_id = $1 AND task_id = $2 AND action <> 'breach'
       AND (action <> 'notify' OR position >= ${DEFAULT_CHAIN_POSITION} OR at >= $3) LIMIT 1`,
    [task.tenantId, task.id, task.dueAt],
  );
  return rows.length > 0;
}
