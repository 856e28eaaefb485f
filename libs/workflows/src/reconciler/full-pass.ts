import { Injectable } from '@nestjs/common';
import { Clock } from '@orkestra/core';
import { WorkflowTasksService } from '@orkestra/tasks';
import { OpenExecutions } from './open-executions';
import type { Round } from './round';
import { WorkflowEnds } from './workflow-ends';

/** Younger ones may not have reached Temporal's visibility. */
const OLDER_THAN_MS = 10 * 60_000;
const PAGE = 1_000;

/** Everything that is open here against what runs in Temporal: what the rounds missed, and what Temporal has forgotten. */
@Injectable()
export class FullPass {
  constructor(
    private readonly tasks: WorkflowTasksService,
    private readonly executions: OpenExecutions,
    private readonly ends: WorkflowEnds,
    private readonly clock: Clock,
  ) {}

  async overTasks(round: Round): Promise<void> {
    const before = this.before();
    await this.walk(
      round,
      (after: Awaited<ReturnType<typeof this.tasks.openPage>>[number] | undefined) =>
        this.tasks.openPage(before, after, PAGE),
      (tasks) => this.ends.settle(round, { tasks, executions: [] }),
    );
  }

  async overExecutions(round: Round): Promise<void> {
    const before = this.before();
    await this.walk(
      round,
      (after: Awaited<ReturnType<typeof this.executions.openPage>>[number] | undefined) =>
        this.executions.openPage(before, after, PAGE),
      (executions) => this.ends.settle(round, { tasks: [], executions }),
    );
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
