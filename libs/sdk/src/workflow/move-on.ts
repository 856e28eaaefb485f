import { CancellationScope, allHandlersFinished, condition } from '@temporalio/workflow';
import { sizeFailure } from '../run/payload-size';
import type { NextInput } from '../run/version-move';
import type { WorkflowContext, WorkflowRun } from '../run/workflow-context';
import { runOf } from '../run/workflow-context';
import { continueInCurrentBuild, forgottenTasks } from './continue-as-new';

/**
 * Waits until the run is told of a newer build while it waits for people and nothing else, and continues it there. Does
 * not return otherwise: it runs beside the handler, so that nothing of the handler's code sees the move.
 *
 * @param check throws where the input is none that the workflow takes
 * @throws ContinueAsNew
 */
export async function moveOn(
  ctx: WorkflowContext,
  check: (input: unknown) => Promise<unknown>,
): Promise<never> {
  const run = runOf(ctx);
  // Not of the handler's scope: a workflow that is cancelled ends by its handler.
  const input = await CancellationScope.nonCancellable(async () => {
    for (;;) {
      await condition(() => canMove(run));
      const next = run.move.nextInput;
      const made = next && (await inputFor(ctx, next, check));
      // A decision may have come while the input was checked.
      if (made !== undefined && canMove(run)) return made.input;
    }
  });
  return await continueInCurrentBuild(input);
}

/** A decision that is here goes first, and so does whatever the run has under way: it would be done twice. */
function canMove(run: WorkflowRun): boolean {
  const { move, mailbox, pending } = run;
  return (
    move.nextInput !== undefined &&
    !run.isCancelled() &&
    !run.isEnding &&
    [...pending.values()].every(
      ({ taskId }) => taskId !== undefined && !mailbox.has(taskId) && !mailbox.hasChange(taskId),
    ) &&
    allHandlersFinished() &&
    !hasWorkUnderWay()
  );
}

/** A run that can't move goes on where it is: its code of now can finish it. */
async function inputFor(
  ctx: WorkflowContext,
  next: NextInput,
  check: (input: unknown) => Promise<unknown>,
): Promise<{ input: unknown } | undefined> {
  try {
    const input = next();
    const forgotten = forgottenTasks(ctx, input);
    if (forgotten !== undefined) throw forgotten;
    const tooLarge = sizeFailure('The input of the next run', [input]);
    if (tooLarge !== undefined) throw tooLarge;
    await check(input);
    return { input };
  } catch (error) {
    runOf(ctx).move.refuse();
    ctx.log.warn('The run does not move to the newer version', { reason: String(error) });
    return undefined;
  }
}

/** Activities and children that the run has begun; Temporal has no public question for them. */
function hasWorkUnderWay(): boolean {
  const { __TEMPORAL_ACTIVATOR__: runtime } = globalThis as {
    __TEMPORAL_ACTIVATOR__?: { completions?: Record<string, ReadonlyMap<unknown, unknown> | undefined> };
  };
  const kinds = ['activity', 'childWorkflowStart', 'childWorkflowComplete'];
  return kinds.some((kind) => (runtime?.completions?.[kind]?.size ?? 0) > 0);
}
