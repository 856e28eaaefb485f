import { Injectable } from '@nestjs/common';
import { TaskWorkflows } from '@orkestra/tasks';
import { seesEverything, type TenantContext } from '@orkestra/tenancy';
import type { EntityManager } from 'typeorm';
import type { ExecutionView } from '../workflow/execution-view';
import { temporalWorkflowId } from '../workflow/workflow-id';

/** What a decision about permission needs to know of an execution. */
export interface ExecutionReference {
  id: string;
  startedBy: Pick<ExecutionView['startedBy'], 'kind' | 'id'>;
}

/** Programs and tenant admins see what the tenant has. */
export function seesAll(ctx: TenantContext): boolean {
  return ctx.principal.kind !== 'user' || seesEverything(ctx);
}

export function isStarter({ principal }: TenantContext, { startedBy }: ExecutionReference): boolean {
  return startedBy.kind === principal.kind && startedBy.id === principal.id;
}

/** Who sees an execution: whoever started it, and whoever sees one of its tasks (a supervisor those of their groups). */
@Injectable()
export class ExecutionAccess {
  constructor(private readonly tasks: TaskWorkflows) {}

  /** Those, among the given, that the principal may see; at most one query, in the transaction that is open already. */
  async visibleOf<T extends ExecutionReference>(
    em: EntityManager,
    ctx: TenantContext,
    executions: readonly T[],
  ): Promise<T[]> {
    if (seesAll(ctx)) return [...executions];
    const workflowIdOf = ({ id }: T) => temporalWorkflowId(ctx.tenantId, id);
    const others = executions.filter((execution) => !isStarter(ctx, execution));
    const seen = await this.tasks.visible(em, ctx, others.map(workflowIdOf));
    return executions.filter((execution) => isStarter(ctx, execution) || seen.has(workflowIdOf(execution)));
  }
}
