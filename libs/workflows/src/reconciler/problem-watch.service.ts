import { Injectable } from '@nestjs/common';
import { Logger } from '@orkestra/core';
import { OpenExecutions } from '../executions/open-executions.service';
import { type ReportedProblem, WorkflowProblems } from '../problems/problem.store';
import { QueueWatch } from './queue-watch.service';
import type { Round } from './round';
import { Visibility } from './visibility.service';

/** So many at once say enough; the others come when these are repaired. */
const MOST_FAILING = 2_000;
/** In one round, the latest first. */
const MOST_LOST = 200;

/** Finds the executions that stand still although nothing has ended, for all tenants. */
@Injectable()
export class ProblemWatch {
  private readonly logger: Logger;

  constructor(
    private readonly queues: QueueWatch,
    private readonly visibility: Visibility,
    private readonly problems: WorkflowProblems,
    private readonly executions: OpenExecutions,
    logger: Logger,
  ) {
    this.logger = logger.child('problem-watch');
  }

  async look(round: Round): Promise<void> {
    round.count('queue_unpolled', await this.queues.look());
    round.beat();
    const failing = await this.failing(round);
    round.count('workflow_failing', await this.problems.report('code_failing', failing));
    if (failing.length < MOST_FAILING) await this.problems.solveAllBut('code_failing', failing);
    for (const problem of ['long_history', 'signals_exhausted'] as const) await this.lookAtRuns(problem);
    await this.lookForLost(round);
  }

  private async lookForLost(round: Round): Promise<void> {
    const lost = await this.executions.lost(MOST_LOST);
    if (lost.length === 0) return;
    const running = await this.visibility.running(lost.map(({ workflowId }) => workflowId));
    const found = lost.filter(({ workflowId }) => running.has(workflowId));
    round.count('execution_found', await this.executions.foundAgain(found));
  }

  private async failing(round: Round): Promise<ReportedProblem[]> {
    const failing: ReportedProblem[] = [];
    for await (const page of this.visibility.failing()) {
      failing.push(...page);
      round.beat();
      if (failing.length >= MOST_FAILING) break;
    }
    for (const { workflowId, detail } of failing)
      this.logger.debug(
        { workflow: workflowId, cause: detail },
        'The code of a workflow fails again and again',
      );
    return failing.slice(0, MOST_FAILING);
  }

  /** What one run had too much of is over when the workflow goes on in another. */
  private async lookAtRuns(problem: 'long_history' | 'signals_exhausted'): Promise<void> {
    const found = await this.problems.ofRuns(problem);
    if (found.length === 0) return;
    const running = await this.visibility.running(found.map(({ workflowId }) => workflowId));
    const still = found.filter(({ workflowId, detail }) => running.get(workflowId) === detail);
    await this.problems.solveAllBut(problem, still);
  }
}
