import type { WorkflowHandle } from '@temporalio/client';
import { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { randomUUID } from 'node:crypto';
import type { OrkestraMemo } from '../contract/contract';
import { ORKESTRA_KEY, ORKESTRA_TASK_QUEUE, TENANT_SEARCH_ATTRIBUTE } from '../contract/contract';
import type { Duration } from '../time/durations';
import { parseDuration } from '../time/durations';
import type { WorkflowDefinition } from '../workflow/workflow-definition';
import { Actors } from './actors';
import { Humans } from './humans';
import { MemoryServer } from './memory-server';
import type { People } from './people';
import type { TaskMatch } from './script';
import { Script, matches } from './script';
import { SkippedTime } from './skipped-time';
import { TestRun } from './test-run';
import type { TestTask } from './test-task';
import { TestWorker } from './test-worker';
import type { TestWorkerOptions } from './test-worker';

const TENANT_ID = '00000000-0000-7000-8000-000000000001';
const POLL_MS = 10;
const LONGEST_WAIT_MS = 10_000;
const LONGEST_GOODBYE_MS = 3_000;

/**
 * Temporal's test server, which skips time, a worker with the workflows under test, tasks in memory, and people who
 * do what the script says. One environment can serve all tests of a file, one workflow at a time.
 */
export class TestEnvironment {
  /** What people will do. */
  readonly humans: Humans;
  private readonly client: Client;
  private readonly script = new Script();
  private readonly time: SkippedTime;
  private readonly actors: Actors;
  private readonly server: MemoryServer;
  private readonly failing = new Set<(error: Error) => void>();
  private worker: TestWorker | undefined;
  /** A failure from when no result was awaited; the next `result()` throws it. */
  private earlier: Error | undefined;

  /** @internal Use `startTestEnvironment`. */
  constructor(
    private readonly temporal: TestWorkflowEnvironment,
    people: People | undefined,
    dataConverter?: DataConverter,
  ) {
    const { connection } = temporal;
    const fail = (error: unknown) => this.fail(error as Error);
    this.client = new Client({ connection, dataConverter });
    this.time = new SkippedTime(connection, fail);
    this.humans = new Humans(this.script);
    this.actors = new Actors(this.script, () => this.server, this.time, people ?? {}, fail);
    const now = () => this.time.now();
    this.server = new MemoryServer({ client: this.client, now, watch: this.actors, people });
  }

  /** @internal */
  async work(options: TestWorkerOptions): Promise<this> {
    this.worker = await TestWorker.start(this.temporal.nativeConnection, this.server.activities, options);
    this.worker.stopped.catch((error: unknown) => this.fail(error as Error));
    return this;
  }

  /** Runs a workflow to its end. @throws as `TestRun.result` */
  async run<Input, Output>(workflow: WorkflowDefinition<Input, Output>, input: Input): Promise<Output> {
    return await (await this.start(workflow, input)).result();
  }

  /** Starts a workflow, and leaves time alone until the test waits for its result. */
  async start<Input, Output>(
    workflow: WorkflowDefinition<Input, Output>,
    input: Input,
  ): Promise<TestRun<Output>> {
    const workflowId = `${workflow.name}-${randomUUID()}`;
    const memo: OrkestraMemo = {
      tenantId: TENANT_ID,
      correlationId: randomUUID(),
      starter: { kind: 'user', id: 'test' },
    };
    const handle = await this.client.workflow.start(workflow.name, {
      workflowId: `${TENANT_ID}/${workflowId}`,
      taskQueue: ORKESTRA_TASK_QUEUE,
      args: [input],
      memo: { [ORKESTRA_KEY]: memo },
      typedSearchAttributes: [{ key: { name: TENANT_SEARCH_ATTRIBUTE, type: 'KEYWORD' }, value: TENANT_ID }],
    });
    return new TestRun<Output>(handle, workflowId, () => this.resultOf(handle));
  }

  /** All tasks since the last `reset`, in the order in which they were created. */
  get tasks(): readonly TestTask[] {
    return this.server.tasks;
  }

  /**
   * The first open task that matches, once there is one.
   *
   * @throws Error when none comes within ten seconds of real time
   */
  async task(match: TaskMatch): Promise<TestTask> {
    for (let waited = 0; waited < LONGEST_WAIT_MS; waited += POLL_MS) {
      const found = this.tasks.find((task) => !task.closed && matches(match, task));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    const known = this.tasks.map(({ title, status }) => `"${title}" (${status})`).join(', ') || 'none';
    throw new Error(`No open task matches. The tasks of this test are: ${known}.`);
  }

  /** The time on the clock of the test. */
  async now(): Promise<Date> {
    return new Date(await this.time.now());
  }

  /** Lets so much time pass, without waiting for it. */
  async sleep(duration: Duration): Promise<void> {
    await this.time.sleep(parseDuration(duration));
  }

  /** Forgets the script and the tasks, for the next test. */
  reset(): void {
    this.script.clear();
    this.server.tasks = [];
    this.earlier = undefined;
  }

  async close(): Promise<void> {
    this.time.close();
    await this.worker?.stop();
    await this.temporal.teardown();
  }

  private async resultOf(handle: WorkflowHandle): Promise<unknown> {
    let fail: (error: Error) => void = () => undefined;
    const failure = new Promise<never>((_resolve, reject) => (fail = reject));
    this.failing.add(fail);
    if (this.earlier) fail(this.earlier);
    try {
      await this.actors.planned();
      return await this.time.skipWhile(() => Promise.race([handle.result(), failure]));
    } catch (error) {
      await this.abandon(handle);
      throw error;
    } finally {
      this.failing.delete(fail);
      await this.server.cancelLeftOvers(handle.workflowId);
    }
  }

  // What is left of a test must not act in the next one. It is cancelled, as the test server never skips time again
  // when a run is terminated in the middle of a step.
  private async abandon(handle: WorkflowHandle): Promise<void> {
    const ended = handle.result().catch(() => undefined);
    await handle.cancel().catch(() => undefined);
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, LONGEST_GOODBYE_MS, 'late').unref());
    const outcome: unknown = await this.time.skipWhile(() => Promise.race([ended, late]));
    if (outcome === 'late') await handle.terminate('The test is over').catch(() => undefined);
  }

  private fail(error: Error): void {
    if (this.failing.size === 0) this.earlier ??= error;
    for (const fail of this.failing) fail(error);
  }
}
