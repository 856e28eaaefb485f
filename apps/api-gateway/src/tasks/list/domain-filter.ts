import type { TaskFilter } from '@orkestra/tasks';
import { temporalWorkflowId, workflowKey } from '@orkestra/workflows';

/** The API names an execution by its key alone; tasks know it by Temporal's id. */
export function toDomainFilter(tenantId: string, filter: TaskFilter | null | undefined): TaskFilter {
  const { workflowId, ...rest } = filter ?? {};
  if (workflowId === undefined) return rest;
  return { ...rest, workflowId: temporalWorkflowId(tenantId, workflowKey(tenantId, workflowId)) };
}
