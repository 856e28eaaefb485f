import { Injectable } from '@nestjs/common';
import { fewAtOnce, isUuid, Logger } from '@orkestra/core';
import { type WorkflowTask, WorkflowTasksService } from '@orkestra/tasks';
import { type Ending, OTHER_RUN_REASON, REASONS } from '../workflow/ending';
import { type OpenExecution, OpenExecutions } from '../executions/open-executions.service';
import type { Round } from './round';
import { TemporalExecutions } from '../executions/temporal-executions.service';
import { Visibility } from './visibility.service';

/** Open tasks and open executions whose workflows may have ended. */
export interface Suspects {
  tasks: readonly WorkflowTask[];
  executions: readonly OpenExecution[];
  /** Out of how many workflows they were picked. */
  among: number;
}

/** Calls to Temporal under way at once. */
const AT_ONCE = 8;
/** A Temporal that knows neither all but so many of the workflows nor half of them is taken for the wrong one. */
const MOST_UNKNOWN = 10;

/** Brings tasks and executions in line with workflows that have ended. Doing it again changes nothing. */
@Injectable()
export class WorkflowEnds {
  private readonly logger: Logger;

  constructor(
    private readonly visibility: Visibility,
    private readonly temporal: TemporalExecutions,
    private readonly tasks: WorkflowTasksService,
    private readonly executions: OpenExecutions,
    logger: Logger,
  ) {
    this.logger = logger.child('reconciler');
  }

  async settle(round: Round, { tasks, executions, among }: Suspects): Promise<void> {
    const ids = new Set([...tasks, ...executions].map(({ workflowId }) => workflowId));
    if (ids.size === 0) return;
    const running = await this.visibility.running(ids);
    const found = await this.endingsOf(
      round,
      [...ids].filter((id) => !running.has(id)),
    );
    const endings = this.holdBack(round, found, among);
    const gone = tasks.flatMap((task) => {
      const ending = endings.get(task.workflowId);
      return ending === undefined ? [] : [{ ...task, reason: REASONS[ending.status] }];
    });
    round.count('task_cancelled', await this.tasks.cancelAll(gone.filter(({ timersOnly }) => !timersOnly)));
    round.beat();
    round.count(
      'timers_restarted',
      await this.tasks.restartTimers(gone.filter(({ timersOnly }) => timersOnly)),
    );
    // Also those that are held back: nothing is taken away from anybody, and what is found again runs on.
    await this.close(round, executions, found);
    await this.cancelOfOtherRuns(round, tasks, running);
  }

  /** Visibility lags behind, so what seems to be gone is asked for once more before a person's task is taken away. */
  private async endingsOf(round: Round, workflowIds: readonly string[]): Promise<Map<string, Ending>> {
    const found = await fewAtOnce(AT_ONCE, workflowIds, async (id) => {
      round.beat();
      const ending = await this.temporal.ending(id);
      return ending === null ? [] : [[id, ending] as const];
    });
    return new Map(found.flat());
  }

  /** A lost or mistaken Temporal must not cost everybody's tasks: then somebody has to look first. */
  private holdBack(
    round: Round,
    endings: ReadonlyMap<string, Ending>,
    asked: number,
  ): ReadonlyMap<string, Ending> {
    const known = new Map([...endings].filter(([, { status }]) => status !== 'unknown'));
    const unknown = endings.size - known.size;
    if (unknown <= MOST_UNKNOWN || unknown * 2 <= asked) return endings;
    this.logger.error(
      { unknown, asked },
      'Temporal does not know most of the workflows that tasks belong to; nothing was cancelled. ' +
        'Are TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE right?',
    );
    round.count('held_back', unknown);
    return known;
  }

  private async close(
    round: Round,
    executions: readonly OpenExecution[],
    endings: ReadonlyMap<string, Ending>,
  ): Promise<void> {
    await fewAtOnce(AT_ONCE, executions, async (execution) => {
      round.beat();
      if (!(await this.closeOne(execution, endings))) return;
      const wasOpen = execution.status === 'starting' || execution.status === 'running';
      round.count(wasOpen ? 'execution_closed' : 'execution_corrected', 1);
    });
  }

  private async closeOne(execution: OpenExecution, endings: ReadonlyMap<string, Ending>): Promise<boolean> {
    const ending = endings.get(execution.workflowId);
    if (ending === undefined) return false;
    try {
      return await this.executions.close(execution, ending);
    } catch (error) {
      // Such as a result that cannot be read: one execution must not keep the others open.
      this.logger.failure({ err: error, workflow: execution.workflowId }, 'An execution could not be closed');
      return false;
    }
  }

  /**
   * A workflow that was reset goes on in another run, and draws other keys: what it asked for between the moment it
   * was reset to and the reset itself is waited for by nobody. A named task it finds again, so that stays.
   */
  private async cancelOfOtherRuns(
    round: Round,
    tasks: readonly WorkflowTask[],
    running: ReadonlyMap<string, string>,
  ): Promise<void> {
    const ofOtherRuns = tasks.filter(({ workflowId, runId, requestKey, timersOnly }) => {
      const run = running.get(workflowId);
      return run !== undefined && runId !== null && runId !== run && isUuid(requestKey) && !timersOnly;
    });
    if (ofOtherRuns.length === 0) return;
    const abandoned = await this.visibility.abandoned(ofOtherRuns.map(({ runId }) => runId ?? ''));
    const left = ofOtherRuns.filter(({ runId }) => abandoned.has(runId ?? ''));
    const ids = [...new Set(left.map(({ workflowId }) => workflowId))];
    const pending = new Map(
      await fewAtOnce(AT_ONCE, ids, async (id) => {
        round.beat();
        return [id, await this.temporal.pendingKeys(id)] as const;
      }),
    );
    const forgotten = left.filter(({ workflowId, requestKey }) => {
      const keys = pending.get(workflowId);
      return keys != null && !keys.has(requestKey);
    });
    const withReason = forgotten.map((task) => ({ ...task, reason: OTHER_RUN_REASON }));
    round.count('task_of_other_run_cancelled', await this.tasks.cancelAll(withReason));
    round.beat();
  }
}
