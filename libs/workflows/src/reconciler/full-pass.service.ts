import { Injectable } from '@nestjs/common';
import { Clock } from '@orkestra/core';
import { type WalkPosition, type WorkflowTask, WorkflowTasksService } from '@orkestra/tasks';
import { type OpenExecution, OpenExecutions } from '../executions/open-executions.service';
import type { Round } from './round';
import { Visibility } from './visibility.service';
import { WorkflowEnds } from './workflow-ends.service';

type OpenTask = WorkflowTask & WalkPosition;

/** Younger ones may not have reached Temporal's visibility. */
const OLDER_THAN_MS = 10 * 60_000;
const PAGE = 1_000;

/** Everything that is open here against what runs in Temporal: what the rounds missed, and what Temporal has forgotten. */
@Injectable()
export class FullPass {
  constructor(
    private readonly tasks: WorkflowTasksService,
    private readonly executions: OpenExecutions,
    private readonly visibility: Visibility,
    private readonly ends: WorkflowEnds,
    private readonly clock: Clock,
  ) {}

  async overTasks(round: Round): Promise<void> {
    const before = this.before();
    const read = (after: OpenTask | undefined) => this.tasks.openPage(before, after, PAGE);
    await this.walk(round, read, async (page) => {
      // By the run, where it is known: the workflow may go on in another one, after a reset.
      const ofRuns = page.filter(({ runId }) => runId !== null);
      const ofWorkflows = page.filter(({ runId }) => runId === null);
      const tasks = [
        ...(await this.visibility.doubtful(ofRuns, 'RunId', ({ runId }) => runId ?? '')),
        ...(await this.visibility.doubtful(ofWorkflows, 'WorkflowId', ({ workflowId }) => workflowId)),
      ];
      await this.ends.settle(round, { tasks, executions: [], among: workflowsOf(page) });
    });
  }

  async overExecutions(round: Round): Promise<void> {
    const before = this.before();
    const read = (after: OpenExecution | undefined) => this.executions.openPage(before, after, PAGE);
    await this.walk(round, read, async (page) => {
      const executions = await this.visibility.doubtful(page, 'WorkflowId', ({ workflowId }) => workflowId);
      await this.ends.settle(round, { tasks: [], executions, among: workflowsOf(page) });
    });
  }

  private async walk<T>(
    round: Round,
    read: (after: T | undefined) => Promise<T[]>,
    settle: (page: T[]) => Promise<void>,
  ): Promise<void> {
    let after: T | undefined;
    for (;;) {
      const page = await read(after);
      if (page.length > 0) await settle(page);
      round.beat();
      if (page.length < PAGE) return;
      after = page.at(-1);
    }
  }

  private before(): Date {
    return new Date(this.clock.now().getTime() - OLDER_THAN_MS);
  }
}

function workflowsOf(page: readonly { workflowId: string }[]): number {
  return new Set(page.map(({ workflowId }) => workflowId)).size;
}
