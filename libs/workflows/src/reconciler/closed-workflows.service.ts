import { Injectable } from '@nestjs/common';
import { Clock } from '@orkestra/core';
import { WorkflowTasksService } from '@orkestra/tasks';
import { type ClosedWorkflow, OpenExecutions } from '../executions/open-executions.service';
import { ReconcilerState } from './reconciler-state.store';
import type { Round } from './round';
import { Visibility } from './visibility.service';
import { WorkflowEnds } from './workflow-ends.service';

const CURSOR = 'closed-workflows';
const MINUTE_MS = 60_000;
/** Visibility lags: what closed may be listed late, so each round looks again at what the last one has seen. */
const OVERLAP_MS = 20_000;
/** Longer for those that did not complete, which are few and the likeliest to leave tasks behind. */
const LONG_OVERLAP_MS = 3 * MINUTE_MS;
/** A workflow that has just ended gets the time to say so itself. */
const SETTLED_AFTER_MS = 5_000;
/** After a long stop the reconciler catches up in steps of this length, and notes how far it came after each. */
const LONGEST_STEP_MS = 10 * MINUTE_MS;
/** Where the first round begins; what is older the full pass finds. */
const FIRST_MS = 60 * MINUTE_MS;
const WORKFLOWS_AT_ONCE = 200;

/** What Temporal closed since the last round, against what is still open here, or has ended otherwise. */
@Injectable()
export class ClosedWorkflows {
  constructor(
    private readonly visibility: Visibility,
    private readonly tasks: WorkflowTasksService,
    private readonly executions: OpenExecutions,
    private readonly ends: WorkflowEnds,
    private readonly state: ReconcilerState,
    private readonly clock: Clock,
  ) {}

  async reconcile(round: Round): Promise<void> {
    const end = this.clock.now().getTime() - SETTLED_AFTER_MS;
    const before = (await this.state.reached(CURSOR))?.getTime() ?? end - FIRST_MS;
    // A clock that was put back must not make the rounds blind until it has caught up.
    let reached = Math.min(before, end);
    do {
      const next = Math.min(end, reached + LONGEST_STEP_MS);
      await this.step(round, new Date(reached), new Date(next));
      await this.state.advance(CURSOR, new Date(next));
      reached = next;
    } while (reached < end);
  }

  private async step(round: Round, from: Date, to: Date): Promise<void> {
    const seen = new Date(from.getTime() - OVERLAP_MS);
    const longSeen = new Date(from.getTime() - LONG_OVERLAP_MS);
    await this.settleAll(round, this.visibility.closedBetween(longSeen, seen, 'not-completed'));
    await this.settleAll(round, this.visibility.closedBetween(seen, to, 'all'));
  }

  private async settleAll(round: Round, pages: AsyncIterable<ClosedWorkflow[]>): Promise<void> {
    for await (const closed of pages) {
      for (let start = 0; start < closed.length; start += WORKFLOWS_AT_ONCE) {
        await this.settle(round, closed.slice(start, start + WORKFLOWS_AT_ONCE));
        round.beat();
      }
    }
  }

  private async settle(round: Round, closed: readonly ClosedWorkflow[]): Promise<void> {
    const workflows = [...new Map(closed.map((key) => [key.workflowId, key])).values()];
    const [tasks, executions] = await Promise.all([
      this.tasks.openOf(workflows),
      this.executions.unsettledOf(closed),
    ]);
    await this.ends.settle(round, { tasks, executions, among: workflows.length });
  }
}
