import type { WorkflowHandle, WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { WorkflowBundle } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { createTestNamespace } from '../../../test/harness/servers/namespace';
import type { TestNamespace } from '../../../test/harness/servers/namespace';
import { eventually } from '../../../test/harness/eventually';
import type { OrkestraHeader } from '../src/contract/contract';
import type { MemoryTask } from '../src/testing/memory-task';
import { TaskStore } from './task-store';
import { bundleTestWorkflows, startTestWorker } from './sandbox-worker';

export const TENANT = 'a0a0a0a0-0000-7000-8000-000000000001';
export const STARTER = { kind: 'user', id: 'u9' };

/** A namespace, a task store and workers on it; the few things that each test of the SDK needs. */
export class TestBench {
  readonly store: TaskStore;
  readonly activityCalls: { type: string; header: OrkestraHeader | undefined }[] = [];
  private readonly workers: { stop(): Promise<void> }[] = [];

  private constructor(
    private readonly server: TestNamespace,
    readonly bundle: WorkflowBundle,
  ) {
    this.store = new TaskStore(server.client);
  }

  static async open(): Promise<TestBench> {
    const [server, bundle] = await Promise.all([createTestNamespace(), bundleTestWorkflows()]);
    return new TestBench(server, bundle);
  }

  /** A worker of the test workflows, with the server's activities or as a user's own worker without them. */
  async work(
    taskQueue: string,
    options: { server?: boolean; workflows?: boolean; maxCachedWorkflows?: number } = {},
  ): Promise<{ stop(): Promise<void> }> {
    const { server = true, workflows = true, maxCachedWorkflows } = options;
    const worker = await startTestWorker({
      address: this.server.address,
      namespace: this.server.namespace,
      taskQueue,
      maxCachedWorkflows,
      workflowBundle: workflows ? this.bundle : undefined,
      activities: {
        ...(server ? this.store.activities : {}),
        ownActivity: () => Promise.resolve('own'),
        brokenActivity: () => Promise.reject(new TypeError('The shop is closed')),
      },
      onActivity: (type, header) => this.activityCalls.push({ type, header }),
    });
    this.workers.push(worker);
    return worker;
  }

  async start(
    type: string,
    input?: unknown,
    taskQueue = 'orkestra',
    memo = true,
  ): Promise<WorkflowHandleWithFirstExecutionRunId> {
    return await this.server.client.workflow.start(type, {
      taskQueue,
      workflowId: `${TENANT}/${type}-${randomUUID()}`,
      args: [input],
      memo: memo ? { orkestra: { tenantId: TENANT, correlationId: 'corr-1', starter: STARTER } } : {},
    });
  }

  handle(workflowId: string, runId?: string): WorkflowHandle {
    return this.server.client.workflow.getHandle(workflowId, runId);
  }

  /** The tasks of a workflow, once there are so many. */
  async tasks(handle: WorkflowHandle, count = 1): Promise<MemoryTask[]> {
    return await eventually(() => {
      const tasks = this.store.ofWorkflow(handle.workflowId);
      return tasks.length >= count ? tasks : undefined;
    });
  }

  async task(handle: WorkflowHandle): Promise<MemoryTask> {
    const [task] = await this.tasks(handle);
    return task as MemoryTask;
  }

  closingOf(handle: WorkflowHandle) {
    return this.store.closings.filter((closing) => closing.workflowId === handle.workflowId);
  }

  /** The types of the events in a workflow's history, without their common prefix. */
  async events(handle: WorkflowHandle): Promise<string[]> {
    const { events } = await handle.fetchHistory();
    const names = temporal.api.enums.v1.EventType;
    return (events ?? []).map(({ eventType }) => (names[eventType ?? 0] ?? '').replace('EVENT_TYPE_', ''));
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
    await this.server.close();
  }
}
