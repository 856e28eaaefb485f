import { Injectable } from '@nestjs/common';
import { Ids, TemporalConnection, TenantDatabase } from '@orkestra/core';
import { ORKESTRA_KEY, type OrkestraHeader } from '@orkestra/sdk';
import { requireScope, type TenantContext } from '@orkestra/tenancy';
import { defaultPayloadConverter } from '@temporalio/common';
import { encodeToPayload } from '@temporalio/common/lib/internal-non-workflow';
import { serializeInput } from '../catalogue/workflow-input';
import { ExecutionAccess } from '../executions/execution-access.service';
import { askTemporal, endingOf } from '../temporal/temporal-calls';
import { WorkflowsService } from '../executions/workflows.service';
import type { ExecutionView } from '../workflow/execution-view';
import { standsStill } from '../workflow/problem.words';
import { temporalWorkflowId } from '../workflow/workflow-id';
import {
  InvalidSignalError,
  WorkflowClosedError,
  WorkflowNotStartedError,
} from '../workflow/workflows.errors';
import { readOwnExecution } from './own-execution.queries';
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
    private readonly access: ExecutionAccess,
    private readonly ids: Ids,
    private readonly workflows: WorkflowsService,
  ) {}

  /**
   * Sends a signal to a running execution. Resolves when Temporal has it; the workflow handles it after that.
   * @throws WorkflowNotFoundError, ReservedSignalError, InvalidSignalError, WorkflowForbiddenError
   * @throws WorkflowClosedError that says how it ended
   */
  async signal(ctx: TenantContext, { id, payload, ...request }: SignalWorkflow): Promise<ExecutionView> {
    requireScope(ctx, 'workflows:write');
    const signalName = checkSignalName(request.signal);
    const refused = (message: string, pointer = '') =>
      new InvalidSignalError({ pointer: `/payload${pointer}`, message });
    serializeInput(payload, refused);
    const requestId = requestIdOf(ctx, request.operationId ?? this.ids.next());
    const execution = await this.read(ctx, id);
    const header: OrkestraHeader = { tenantId: ctx.tenantId, correlationId: ctx.correlationId };
    const { loadedDataConverter } = this.temporal.client.options;
    const input =
      payload === undefined ? null : { payloads: [await encodeToPayload(loadedDataConverter, payload)] };
    await this.tell(ctx, execution, (target) =>
      this.temporal.client.workflowService.signalWorkflowExecution({
        ...target,
        signalName,
        requestId,
        input,
        header: { fields: { [ORKESTRA_KEY]: defaultPayloadConverter.toPayload(header) } },
      }),
    );
    return execution;
  }

  /**
   * Asks a running execution to end. It may clean up first, or refuse; its open tasks are withdrawn when it ends. One
   * whose code cannot act, because nobody runs it or it fails, is ended at once.
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
    if (standsStill(execution.problem)) return this.terminate(ctx, execution, text);
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

  private async terminate(
    ctx: TenantContext,
    execution: ExecutionView,
    reason = 'It was cancelled while its code could not run.',
  ): Promise<ExecutionView> {
    await this.tell(ctx, execution, (target) =>
      this.temporal.client.workflowService.terminateWorkflowExecution({ ...target, reason }),
    );
    const error = { type: 'workflow.cancelled', message: reason };
    await this.workflows.close(ctx, execution.id, { status: 'terminated', error });
    return this.workflows.get(ctx, execution.id);
  }

  private async read(ctx: TenantContext, id: string): Promise<ExecutionView> {
    const { execution } = await readOwnExecution(this.database, this.access, ctx, id);
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
