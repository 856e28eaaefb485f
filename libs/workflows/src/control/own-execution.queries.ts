import type { TenantDatabase } from '@orkestra/core';
import { isAdmin, type TenantContext } from '@orkestra/tenancy';
import { type ExecutionAccess, isStarter } from '../executions/execution-access.service';
import {
  type ExecutionRow,
  type ExecutionView,
  readExecution,
  toExecutionView,
} from '../workflow/execution-view';
import { workflowKey } from '../workflow/workflow-id';
import { WorkflowForbiddenError, WorkflowNotFoundError } from '../workflow/workflows.errors';

/**
 * An execution on which the principal may act: people on what they started, admins and keys on all.
 * @throws WorkflowNotFoundError, WorkflowForbiddenError
 */
export async function readOwnExecution(
  database: TenantDatabase,
  access: ExecutionAccess,
  ctx: TenantContext,
  id: string,
): Promise<{ row: ExecutionRow; execution: ExecutionView }> {
  const key = workflowKey(ctx.tenantId, id);
  if (key.includes('\0')) throw new WorkflowNotFoundError();
  const seen = await database.run(ctx, async (em) => {
    const row = await readExecution(em, ctx.tenantId, key);
    if (row === undefined) return undefined;
    const execution = toExecutionView(row);
    const [visible] = await access.visibleOf(em, ctx, [execution]);
    return visible && { row, execution };
  });
  if (seen === undefined) throw new WorkflowNotFoundError();
  if (ctx.principal.kind === 'user' && !isStarter(ctx, seen.execution) && !isAdmin(ctx))
    throw new WorkflowForbiddenError();
  return seen;
}
