import { Injectable } from '@nestjs/common';
import {
  Clock,
  Config,
  Ids,
  LiveBus,
  Logger,
  type Page,
  type PageRequest,
  prepared,
  TenantDatabase,
} from '@orkestra/core';
import { defaultLimits, DirectoryService, requireScope, type TenantContext } from '@orkestra/tenancy';
import { serializeInput } from '../catalogue/workflow-input';
import {
  type ExecutionStatus,
  type ExecutionView,
  readExecution,
  toExecutionView,
} from '../workflow/execution-view';
import { storableJson } from '../workflow/storable-json';
import { checkWorkflowKey, workflowKey } from '../workflow/workflow-id';
import { WorkflowNotFoundError, WorkflowUnavailableError } from '../workflow/workflows.errors';
import { ExecutionAccess } from './execution-access.service';
import { findExecutionIds } from './execution-ids.queries';
import { earlierStart, recordStart } from './execution-start.store';
import { type ExecutionFilter, findExecutions, listExecutions } from './executions.queries';
import { WorkflowStarter } from './workflow-starter.service';

export interface StartWorkflow {
  /** Name of a definition in the catalogue. */
  type: string;
  /** At most 256 KB as JSON. */
  input?: unknown;
  /** Becomes the execution's id. The same key with the same type and input starts nothing twice. */
  key?: string;
  /** E-mail address or id of the person for whom it is started; they may not approve what it asks (ADR 0036). */
  onBehalfOf?: string | undefined;
}

export interface Closing {
  status: Exclude<ExecutionStatus, 'starting' | 'running'>;
  result?: unknown;
  error?: { type: string; message: string };
  runId?: string;
  /** Now, unless it is recorded afterwards. */
  at?: Date;
}

export interface AwaitOptions {
  timeoutMs: number;
  /** Ends the wait early. */
  signal?: AbortSignal;
}

/** The use cases of workflow executions. What is said of one comes from Postgres, never from Temporal. */
@Injectable()
export class WorkflowsService {
  private readonly logger: Logger;

  constructor(
    private readonly database: TenantDatabase,
    private readonly starter: WorkflowStarter,
    private readonly access: ExecutionAccess,
    private readonly directory: DirectoryService,
    private readonly live: LiveBus,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
    logger: Logger,
  ) {
    this.logger = logger.child('workflows');
  }

  /**
   * Starts a workflow, or returns the execution that the same key has started, also when it has ended.
   * @throws UnknownWorkflowTypeError, InvalidWorkflowInputError, InvalidWorkflowKeyError, TenantLimitError: nothing is written
   * @throws WorkflowKeyConflictError when the key has started something else
   * @throws WorkflowUnavailableError when Temporal is down; the execution is recorded and starts later
   */
  async start(ctx: TenantContext, request: StartWorkflow): Promise<ExecutionView> {
    requireScope(ctx, 'workflows:start');
    const key = request.key === undefined ? this.ids.next() : checkWorkflowKey(request.key);
    const json = serializeInput(request.input);
    const mostBytes = defaultLimits(this.config).payloadBytes;
    const start = { ...request, key, json, mostBytes, at: this.clock.now() };
    const row =
      (await this.database.run(ctx, (em) => recordStart(em, ctx, start, this.directory))) ??
      (await this.database.run(ctx, (em) => earlierStart(em, ctx, start)));
    const view = toExecutionView(row);
    if (row.status !== 'starting') return view;
    try {
      await this.starter.start({ ...row, tenantId: ctx.tenantId });
      return { ...view, status: 'running' };
    } catch (error) {
      this.logger.warn(
        { err: error, workflow: key },
        'Temporal did not take a workflow; the sweep will start it',
      );
      throw new WorkflowUnavailableError(key, error);
    }
  }

  /**
   * @param id with or without the tenant before it
   * @throws WorkflowNotFoundError also for a workflow of another tenant, or one that the principal may not see
   */
  async get(ctx: TenantContext, id: string): Promise<ExecutionView> {
    requireScope(ctx, 'workflows:read');
    const key = workflowKey(ctx.tenantId, id);
    // Postgres refuses a text with a NUL; no execution has one.
    if (key.includes('\0')) throw new WorkflowNotFoundError();
    return this.database.run(ctx, async (em) => {
      const row = await readExecution(em, ctx.tenantId, key);
      const [seen] = await this.access.visibleOf(em, ctx, row === undefined ? [] : [toExecutionView(row)]);
      if (seen === undefined) throw new WorkflowNotFoundError();
      return seen;
    });
  }

  /**
   * The executions among the ids, by the id as it was given; made for batching. For the workflows of tasks that the
   * caller has from `TasksService`, which is where visibility is decided.
   */
  async find(ctx: TenantContext, ids: readonly string[]): Promise<Map<string, ExecutionView>> {
    requireScope(ctx, 'workflows:read');
    const keys = ids.map((id) => workflowKey(ctx.tenantId, id)).filter((key) => !key.includes('\0'));
    const byKey = await this.database.run(ctx, (em) => findExecutions(em, ctx.tenantId, keys));
    return new Map(
      ids.flatMap((id) => {
        const found = byKey.get(workflowKey(ctx.tenantId, id));
        return found === undefined ? [] : [[id, found] as const];
      }),
    );
  }

  /** Ids that begin so, of executions that the principal may see, in their order; the latest starts where nothing is given. */
  async idsStartingWith(ctx: TenantContext, prefix: string, limit: number): Promise<string[]> {
    requireScope(ctx, 'workflows:read');
    return this.database.run(ctx, (em) => findExecutionIds(em, ctx, this.access, prefix, limit));
  }

  /** One page of the executions that the principal may see, the latest start first. */
  async list(ctx: TenantContext, filter: ExecutionFilter, page: PageRequest): Promise<Page<ExecutionView>> {
    requireScope(ctx, 'workflows:read');
    return this.database.run(ctx, (em) => listExecutions(em, ctx, this.access, filter, page));
  }

  /**
   * Waits until the execution has ended, and returns it as it is then or when the time is up.
   * A wait costs no polling: it reads again when a message says that the execution changed.
   * @throws WorkflowNotFoundError
   */
  async awaitClosed(
    ctx: TenantContext,
    id: string,
    { timeoutMs, signal }: AwaitOptions,
  ): Promise<ExecutionView> {
    const key = workflowKey(ctx.tenantId, id);
    const messages = this.live.subscribeTo(ctx.tenantId, 'workflow', key);
    const timer = setTimeout(() => messages.end(), timeoutMs);
    const abort = () => messages.end();
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    try {
      const before = await this.get(ctx, key);
      if (before.closedAt !== null) return before;
      for await (const _ of messages) {
        const now = await this.get(ctx, key);
        if (now.closedAt !== null) return now;
      }
      return await this.get(ctx, key);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      messages.end();
    }
  }

  /**
   * Records how an execution ended. One that has no row (a child workflow) is left as it is. A run may say so again,
   * in other words: Temporal refuses a workflow's end when something reaches it meanwhile, and it may end otherwise.
   * @returns whether it was recorded now
   */
  async close(ctx: TenantContext, id: string, closing: Closing): Promise<boolean> {
    const key = workflowKey(ctx.tenantId, id);
    const [closed] = await this.database.write<{ revision: number }>(ctx, CLOSE_EXECUTION, [
      ctx.tenantId,
      key,
      closing.status,
      storableJson(closing.result),
      storableJson(closing.error),
      closing.at ?? this.clock.now(),
      closing.runId ?? null,
    ]);
    if (closed === undefined) return false;
    const { revision } = closed;
    this.live.publish({ tenantId: ctx.tenantId, topic: 'workflow', id: key, revision, kind: closing.status });
    return true;
  }
}

const CLOSE_EXECUTION = prepared(`
  UPDATE workflow_executions
  SET status = $3, result = $4, error = $5, closed_at = $6, run_id = coalesce(run_id, $7), revision = revision + 1
  WHERE tenant_id = $1 AND key = $2 AND (closed_at IS NULL OR
    $7::text IS NOT NULL AND (status, result, error) IS DISTINCT FROM ($3::text, $4::jsonb, $5::jsonb))
  RETURNING revision`);
