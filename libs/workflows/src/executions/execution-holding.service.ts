import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TemporalConnection } from '@orkestra/core';
import { TENANT_SEARCH_ATTRIBUTE } from '@orkestra/sdk';
import { type TenantHolding, TenantHoldings } from '@orkestra/tenancy';
import { isWorkflowGone } from '../temporal/grpc-errors';

const PAGE = 100;
const DEADLINE_MS = 10_000;
/** Visibility lags behind: it is empty for good when it was so twice, with as much time between. */
const LAG_MS = 1_000;
const REASON = 'The workspace was deleted';

interface Execution {
  workflowId: string;
  runId: string;
}

/**
 * What Temporal keeps of a tenant: its executions, open and closed, children too, with their histories and search
 * attributes. All carry the tenant as a search attribute.
 */
@Injectable()
export class ExecutionHolding implements TenantHolding, OnModuleInit {
  readonly name = 'workflow executions';
  /** What Temporal was told to delete: visibility lists it for a while, and it is counted once. */
  private readonly told = new Map<string, Set<string>>();

  constructor(
    private readonly holdings: TenantHoldings,
    private readonly temporal: TemporalConnection,
  ) {}

  onModuleInit(): void {
    this.holdings.register(this);
  }

  async remove(tenantId: string): Promise<{ removed: number; more: boolean }> {
    const told = this.told.get(tenantId) ?? new Set<string>();
    this.told.set(tenantId, told);
    const found = await this.list(tenantId);
    if (found.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, LAG_MS));
      if ((await this.list(tenantId)).length > 0) return { removed: 0, more: true };
      this.told.delete(tenantId);
      return { removed: 0, more: false };
    }
    // Temporal deletes in its own time; what stays listed is asked for again.
    const fresh = found.filter(({ runId }) => !told.has(runId));
    await Promise.all(found.map((execution) => this.delete(execution)));
    for (const { runId } of fresh) told.add(runId);
    if (fresh.length === 0) await new Promise((resolve) => setTimeout(resolve, LAG_MS));
    return { removed: fresh.length, more: true };
  }

  private async list(tenantId: string): Promise<Execution[]> {
    const { workflowService, options } = this.temporal.client;
    const query = `${TENANT_SEARCH_ATTRIBUTE} = "${tenantId}"`;
    const { executions } = await this.soon(() =>
      workflowService.listWorkflowExecutions({ namespace: options.namespace, query, pageSize: PAGE }),
    );
    return executions.map(({ execution }) => ({
      workflowId: execution?.workflowId ?? '',
      runId: execution?.runId ?? '',
    }));
  }

  private async delete({ workflowId, runId }: Execution): Promise<void> {
    const { workflowService, workflow, options } = this.temporal.client;
    const workflowExecution = { workflowId, runId };
    await this.unlessGone(() => workflow.getHandle(workflowId, runId).terminate(REASON));
    await this.unlessGone(() =>
      workflowService.deleteWorkflowExecution({ namespace: options.namespace, workflowExecution }),
    );
  }

  private async unlessGone(call: () => Promise<unknown>): Promise<void> {
    try {
      await this.soon(call);
    } catch (error) {
      if (!isWorkflowGone(error) && (error as Error).name !== 'WorkflowNotFoundError') throw error;
    }
  }

  private soon<T>(call: () => Promise<T>): Promise<T> {
    return this.temporal.client.withDeadline(Date.now() + DEADLINE_MS, call);
  }
}
