import type { WorkflowHandle } from '@temporalio/client';
import { WorkflowFailedError } from '@temporalio/client';
import type { PendingTask } from '../contract/contract';
import { PENDING_TASKS_QUERY } from '../contract/contract';

/** A workflow that a test has started. */
export class TestRun<Output> {
  /** @internal */
  constructor(
    private readonly handle: WorkflowHandle,
    /** The key without the tenant, as the workflow's context has it. */
    readonly workflowId: string,
    private readonly ended: () => Promise<unknown>,
  ) {}

  /**
   * Waits for the end, and skips time whenever nothing else happens.
   *
   * @throws what the workflow failed with, such as `ApplicationFailure`, `TaskExpiredError` by its type, `CancelledFailure`
   * @throws UnansweredTasksError when the time of a task runs out that nobody in the script takes care of
   * @throws HumanScriptError when the script has somebody do what they could not
   */
  async result(): Promise<Output> {
    try {
      return (await this.ended()) as Output;
    } catch (error) {
      throw error instanceof WorkflowFailedError ? (error.cause ?? error) : error;
    }
  }

  async signal(name: string, ...args: unknown[]): Promise<void> {
    await this.handle.signal(name, ...args);
  }

  async query<T>(name: string, ...args: unknown[]): Promise<T> {
    return await this.handle.query<T, unknown[]>(name, ...args);
  }

  /** The tasks that the workflow waits for now. */
  async pendingTasks(): Promise<PendingTask[]> {
    return await this.query<PendingTask[]>(PENDING_TASKS_QUERY);
  }

  async cancel(): Promise<void> {
    await this.handle.cancel();
  }
}
