import { DomainError, queryRows } from '@orkestra/core';
import type { DirectoryService } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { TaskView } from '../task/task-view';
import { type CheckedStep, chainSpec } from './sla.schema';

/**
 * What happens on breach where the task says nothing: the chain of its group, else the tenant's; null without either.
 * A step whose target is not there any more is for the supervisors.
 */
export async function readDefaultChain(
  em: EntityManager,
  directory: DirectoryService,
  task: TaskView,
): Promise<CheckedStep[] | null> {
  const [row] = await queryRows<{ chain: unknown }>(
    em,
    `SELECT coalesce(g.escalation_chain, t.settings -> 'escalationChain') AS chain
     FROM tenants t LEFT JOIN groups g ON g.tenant_id = t.id AND g.id = $2 WHERE t.id = $1`,
    [task.tenantId, task.groupId],
  );
  const chain = chainSpec.safeParse(row?.chain);
  if (!chain.success || chain.data.length === 0) return null;
  const steps: CheckedStep[] = [];
  for (const step of chain.data) {
    steps.push((await isThere(em, directory, step)) ? step : { ...step, to: undefined });
  }
  return steps;
}

async function isThere(
  em: EntityManager,
  directory: DirectoryService,
  { to }: CheckedStep,
): Promise<boolean> {
  const { user, group } = to ?? {};
  try {
    await directory.resolveAssignees(em, {
      users: user === undefined ? [] : [user],
      groups: group === undefined ? [] : [group],
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
