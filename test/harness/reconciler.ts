import type { TestingModule } from '@nestjs/testing';
import { Clock } from '@orkestra/core';
import { Outbox, TasksService, type TaskView } from '@orkestra/tasks';
import type { TenantContext } from '@orkestra/tenancy';
import { type StartWorkflow, WorkflowsService } from '@orkestra/workflows';
import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { randomUUID } from 'node:crypto';
import { asAdmin } from './database/test-database';
import { TestDomain } from './domain';
import { eventually } from './eventually';

export type Counts = Record<string, number>;
type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

const QUEUE = 'orkestra';

/** A domain with gateway and worker in which the reconciler runs only when a test says so. */
export class ReconcilerBench {
  private constructor(
    readonly domain: TestDomain,
    readonly gateway: TestingModule,
    readonly worker: TestingModule,
    /** A supervisor of one tenant, and a member of the other. */
    readonly lee: TenantContext,
    readonly other: TenantContext,
  ) {}

  /** @param temporalAddress of another Temporal than the run's own */
  static async start(temporalAddress?: string): Promise<ReconcilerBench> {
    const domain = await TestDomain.start(temporalAddress);
    const gateway = await domain.gateway();
    const worker = await domain.worker();
    const { schedule } = domain.namespace.client;
    for (const id of [`${QUEUE}-reconcile`, `${QUEUE}-reconcile-fully`]) {
      await eventually(() =>
        schedule
          .getHandle(id)
          .pause()
          .then(() => true),
      );
    }
    const lee = await domain.person(gateway, 'demo', 'lee@demo.test');
    const other = await domain.person(gateway, 'other', 'olga@other.test');
    return new ReconcilerBench(domain, gateway, worker, lee, other);
  }

  /** A round as the schedule starts it, a little later, so that it sees what has just ended. */
  async round(): Promise<Counts> {
    return this.reconcile('orkestraReconcile', 10_000);
  }

  /** The slow pass, so much later that nothing is too young for it. */
  async fullPass(): Promise<Counts> {
    return this.reconcile('orkestraReconcileFully', 11 * 60_000);
  }

  /** Rounds until one has done what is expected; Temporal's visibility may lag. */
  async roundUntil(done: (counts: Counts) => boolean): Promise<Counts> {
    return eventually(async () => {
      const counts = await this.round();
      return done(counts) ? counts : null;
    });
  }

  async startWorkflow(ctx: TenantContext, request: StartWorkflow): Promise<string> {
    const { id } = await this.gateway.get(WorkflowsService).start(ctx, request);
    return `${ctx.tenantId}/${id}`;
  }

  /** A workflow that waits for one task. */
  async waiting(ctx: TenantContext, title: string): Promise<{ workflowId: string; task: TaskView }> {
    const workflowId = await this.startWorkflow(ctx, { type: 'one-task', input: { title } });
    return { workflowId, task: await this.taskOf(ctx, workflowId, title) };
  }

  /** The open task of this title. */
  async taskOf(ctx: TenantContext, workflowId: string, title: string): Promise<TaskView> {
    return eventually(async () => {
      const { items } = await this.gateway.get(TasksService).list(ctx, { workflowId }, {});
      return items.find((task) => task.title === title && task.closedAt === null);
    });
  }

  async task(ctx: TenantContext, { id }: TaskView): Promise<TaskView> {
    return this.gateway.get(TasksService).get(ctx, id);
  }

  handle(workflowId: string, runId?: string) {
    return this.domain.namespace.client.workflow.getHandle(workflowId, runId);
  }

  /** Starts a workflow past the server's door, with whatever options; its execution has no row. */
  async startInTemporal(
    ctx: TenantContext,
    key: string,
    type: string,
    input: object,
    options: object = {},
  ): Promise<WorkflowHandleWithFirstExecutionRunId> {
    const memo = {
      tenantId: ctx.tenantId,
      correlationId: 'test',
      starter: { kind: 'user', id: ctx.principal.id },
    };
    return this.domain.namespace.client.workflow.start(type, {
      workflowId: `${ctx.tenantId}/${key}`,
      taskQueue: `${QUEUE}:@orkestra/test-workflows`,
      args: [input],
      memo: { orkestra: memo },
      typedSearchAttributes: [{ key: { name: 'OrkestraTenant', type: 'KEYWORD' }, value: ctx.tenantId }],
      ...options,
    });
  }

  /** Resets the workflow to before what it did after the first event that fits; signals since then are lost. */
  async reset(workflowId: string, fits: (event: HistoryEvent) => boolean): Promise<void> {
    const completed = await eventually(async () => {
      const { events } = await this.handle(workflowId).fetchHistory();
      const after = events?.slice(events.findIndex(fits));
      return after?.find((event) => event.workflowTaskCompletedEventAttributes);
    });
    const { workflowService, options } = this.domain.namespace.client;
    await workflowService.resetWorkflowExecution({
      namespace: options.namespace,
      workflowExecution: { workflowId },
      workflowTaskFinishEventId: completed.eventId,
      resetReapplyExcludeTypes: [
        temporal.api.enums.v1.ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL,
      ],
      requestId: randomUUID(),
      reason: 'test',
    });
  }

  /** Decides the task in a gateway that dies before it can deliver the decision. */
  async decideUndelivered(ctx: TenantContext, { id: taskId }: TaskView, data: object): Promise<void> {
    const { observers } = this.gateway.get(Outbox).appended;
    const silenced = observers.splice(0);
    await this.gateway.get(TasksService).complete(ctx, { taskId, data, claim: true });
    observers.push(...silenced);
  }

  /** Open tasks, an hour old, that were asked for by a workflow of this id. */
  async insertTasks(
    { tenantId }: TenantContext,
    workflowId: string,
    count: number,
    runId: string | null = null,
  ) {
    return this.sql<{ id: string }>(
      `INSERT INTO tasks (tenant_id, id, request_key, spec_digest, workflow_id, run_id, title, status, expires_at,
         created_by_kind, created_by_id, created_at, updated_at)
       SELECT $1, gen_random_uuid(), gen_random_uuid()::text, '', replace($2, '*', n::text), $4, 'Inserted', 'READY',
         now() + interval '1 day', 'system', 'system', now() - interval '1 hour', now()
       FROM generate_series(1, $3) n RETURNING id`,
      [tenantId, workflowId, count, runId],
    );
  }

  /** As superuser, to break things. */
  async sql<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return asAdmin(
      async (admin) => (await admin.query<Row>(sql, values)).rows,
      this.domain.database.adminUrl,
    );
  }

  async close(): Promise<void> {
    await this.domain.close();
  }

  private async reconcile(type: string, aheadMs: number): Promise<Counts> {
    const clock = jest.spyOn(this.worker.get(Clock), 'now');
    clock.mockImplementation(() => new Date(Date.now() + aheadMs));
    try {
      const { client } = this.domain.namespace;
      const workflowId = `test-round-${Math.random()}`;
      const steps = (await client.workflow.execute(type, { workflowId, taskQueue: QUEUE })) as Counts[];
      return Object.assign({}, ...Object.values(steps)) as Counts;
    } finally {
      clock.mockRestore();
    }
  }
}
