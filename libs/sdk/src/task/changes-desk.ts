import { CancellationScope } from '@temporalio/workflow';
import type { ChangesRequested, TaskRef } from '../contract/contract';
import type { WorkflowRun } from '../run/workflow-context';

/** Makes the next version of what is to be approved. */
export type ChangesHandler = (request: ChangesRequested) => Promise<unknown>;

type Made = { payload: unknown } | { error: unknown };

/**
 * Has each request for changes answered by the workflow, one at a time and beside the waiting: meanwhile the task
 * may be decided, cancelled or answered by a person, which ends the handler.
 */
export class ChangesDesk {
  private round = 0;
  private scope: CancellationScope | undefined;
  private made: Made | undefined;

  constructor(
    private readonly run: WorkflowRun,
    private readonly handler: ChangesHandler,
  ) {}

  /** What people ask for now, if anything; the same request may come again. */
  receive(request: ChangesRequested | undefined): void {
    if (request?.round === this.round) return;
    this.close();
    if (!request) return;
    this.round = request.round;
    const scope = new CancellationScope();
    this.scope = scope;
    const make = (made: Made) => {
      // The answer of a handler that was cancelled meanwhile is dropped.
      if (this.scope === scope) this.made = made;
    };
    scope
      .run(() => this.handler(request))
      .then(
        (payload) => make({ payload }),
        (error: unknown) => make({ error }),
      );
  }

  get isReady(): boolean {
    return this.made !== undefined;
  }

  /**
   * Sends the new version, if there is one.
   *
   * @throws what the handler has thrown
   */
  answer(taskId: string): Promise<TaskRef> | undefined {
    const { made, round } = this;
    this.made = undefined;
    if (!made) return undefined;
    if ('error' in made) throw made.error;
    return this.run.calls.call('answerChanges', { taskId, round, payload: made.payload });
  }

  close(): void {
    const { scope } = this;
    this.scope = undefined;
    this.made = undefined;
    scope?.cancel();
  }
}
