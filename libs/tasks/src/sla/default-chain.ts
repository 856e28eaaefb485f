import { queryRows } from '@orkestra/core';
import type { EntityManager } from 'typeorm';
import type { TaskView } from '../task-view';
import { type CheckedStep, chainSpec } from './sla-spec';

/** What happens on breach where the task says nothing: the chain of its group, else the tenant's; null without either. */
export async function readDefaultChain(em: EntityManager, task: TaskView): Promise<CheckedStep[] | null> {
  const [row] = await queryRows<{ chain: unknown }>(
    em,
    `SELECT coalesce(g.escalation_chain, t.settings -> 'escalationChain') AS chain
     FROM tenants t LEFT JOIN groups g ON g.tenant_id = t.id AND g.id = $2 WHERE t.id = $1`,
    [task.tenantId, task.groupId],
  );
  const chain = chainSpec.safeParse(row?.chain);
  return chain.success && chain.data.length > 0 ? chain.data : null;
}
