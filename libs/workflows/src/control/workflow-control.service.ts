import { Injectable } from '@nestjs/common';
import { Ids, TemporalConnection, TenantDatabase } from '@orkestra/core';
import { ORKESTRA_KEY, type OrkestraHeader } from '@orkestra/sdk';
import { isAdmin, requireScope, type TenantContext } from '@orkestra/tenancy';
import { defaultPayloadConverter } from '@temporalio/common';
import { serializeInput } from '../catalogue/workflow-input';
import { askTemporal, endingOf } from '../temporal/temporal-calls';
import { type ExecutionView, readExecution, toExecutionView } from '../workflow/execution-view';
import { temporalWorkflowId, workflowKey } from '../workflow/workflow-id';
import {
  InvalidSignalError,
  WorkflowClosedError,
  WorkflowForbiddenError,
  WorkflowNotFoundError,
  WorkflowNotStartedError,
} from '../workflow/workflows.errors';
import { checkCancelReason, checkSignalName, requestIdOf } from './signal-request';

export interface SignalWorkflow {
  /** With or without the tenant before it. */
  id: string;
  /** As the workflow defines it. */
  signal: string;
  /** What the signal carries, at most 256 KB as JSON; nothing when undefined. */
  payload?: unknown;
  /** The same id of the same principal signals once, whatever is repeated. */
  operationId?: string | undefined;
}

export interface CancelWorkflow {
  id: string;
  /** Why, for the history. */
  reason?: string | undefined;
}

/** Acting on executions that run: keys need the scope for it, people act on what they started, admins on all. */
@Injectable()
export class WorkflowControlService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly temporal: TemporalConnection,
    private readonly ids: Ids,
  ) {}

  /**
   * Sends a signal to a running execution. Resolves when Temporal has it; the workflow handles it after that.
   * @throws WorkflowNotFoundError, ReservedSignalError, InvalidSignalError, WorkflowForbiddenError
   * @throws WorkflowClosedError that says how it ended
   */
  async signal(ctx: TenantContext, { id, payload, ...request }: SignalWorkflow): Promise<ExecutionView> {
    requireScope(ctx, 'workflows:write');
    const signalName = checkSignalName(request.signal);
    const refused = (message: string) => new InvalidSignalError({ pointer: '/payload', message });
    serializeInput(payload, refused);
    const requestId = requestIdOf(ctx, request.operationId ?? this.ids.next());
    const execution = await this.read(ctx, id);
    const header: OrkestraHeader = { tenantId: ctx.tenantId, correlationId: ctx.correlationId };
    await this.tell(ctx, execution, (target) =>
      this.temporal.client.workflowService.signalWorkflowExecution({
        ...target,
        signalName,
        requestId,
        input: payload === undefined ? null : { payloads: [defaultPayloadConverter.toPayload(payload)] },
        header: { fields: { [ORKESTRA_KEY]: defaultPayloadConverter.toPayload(header) } },
      }),
    );
    return execution;
  }

  /**
   * Asks a running execution to end. It may clean up first, or refuse; its open tasks are withdrawn when it ends.
   * @throws WorkflowNotFoundError, WorkflowForbiddenError, InvalidReasonError
   * @throws WorkflowClosedError that says how it ended
   */
  async cancel(ctx: TenantContext, { id, reason }: CancelWorkflow): Promise<ExecutionView> {
    requireScope(ctx, 'workflows:write');
    const text = checkCancelReason(reason);
    const execution = await this.read(ctx, id);
    // Temporal accepts to cancel what has ended.
    const ending = await endingOf(this.temporal, temporalWorkflowId(ctx.tenantId, execution.id));
    if (ending !== null && ending !== 'unknown') throw new WorkflowClosedError(ending);
    await this.tell(ctx, execution, (target) =>
      this.temporal.client.workflowService.requestCancelWorkflowExecution({
        ...target,
        // One request id for all who cancel the workflow: Temporal takes a second request for a repeat of the first.
        requestId: `cancel:${target.workflowExecution.workflowId}`,
        reason: text,
      }),
    );
    return execution;
  }

  private async read(ctx: TenantContext, id: string): Promise<ExecutionView> {
    const key = workflowKey(ctx.tenantId, id);
    if (key.includes('\0')) throw new WorkflowNotFoundError();
    const row = await this.database.run(ctx, (em) => readExecution(em, ctx.tenantId, key));
    if (row === undefined) throw new WorkflowNotFoundError();
    const execution = toExecutionView(row);
    const { principal } = ctx;
    const own = execution.startedBy.kind === principal.kind && execution.startedBy.id === principal.id;
    if (principal.kind === 'user' && !own && !isAdmin(ctx)) throw new WorkflowForbiddenError();
    if (execution.closedAt !== null) throw new WorkflowClosedError(execution.status);
    return execution;
  }

  /** @throws WorkflowClosedError, WorkflowNotStartedError, TemporalUnavailableError */
  private async tell(
    ctx: TenantContext,
    { id, status }: ExecutionView,
    request: (target: Target) => Promise<unknown>,
  ): Promise<void> {
    const workflowId = temporalWorkflowId(ctx.tenantId, id);
    const { namespace } = this.temporal.client.options;
    // By workflow id without run id, so that it survives continue-as-new.
    const target = { namespace, workflowExecution: { workflowId }, identity: 'orkestra' };
    if ((await askTemporal(this.temporal, () => request(target))) !== undefined) return;
    const ending = await endingOf(this.temporal, workflowId);
    if (status === 'starting' && ending === 'unknown') throw new WorkflowNotStartedError();
    throw ending === null ? new WorkflowNotStartedError() : new WorkflowClosedError(ending);
  }
}

interface Target {
  namespace: string;
  workflowExecution: { workflowId: string };
  identity: string;
}
