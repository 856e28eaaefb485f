import { Metrics } from '@orkestra/core';
import {
  AttachmentsService,
  LeftBehind,
  OutboxSweepService,
  SearchWordsService,
  TaskSweepService,
  UNTOLD_LOOKED_FOR_MS,
} from '@orkestra/tasks';
import { Context } from '@temporalio/activity';
import { Activities, Activity } from 'nestjs-temporal';
import type { Counter } from 'prom-client';
import { ClosedWorkflows } from './closed-workflows.service';
import { FullPass } from './full-pass.service';
import { ProblemWatch } from './problem-watch.service';
import type { ReconcilerSteps } from './reconciler-steps';
import { type Counts, Round } from './round';

const HOUR_MS = 3_600_000;
const HEARTBEAT_MS = 10_000;
/** Several rounds, so that one that failed is made up for. */
const UNTOLD_WITHIN_MS = 5 * 60_000;

/** The steps of the reconciler, for all tenants. Each may run twice, or twice at once, and does nothing twice. */
@Activities()
export class ReconcilerActivities implements ReconcilerSteps {
  private readonly actions: Counter<'action'>;
  private readonly runs: Counter<'step' | 'result'>;

  constructor(
    private readonly tasks: TaskSweepService,
    private readonly outbox: OutboxSweepService,
    private readonly attachments: AttachmentsService,
    private readonly search: SearchWordsService,
    private readonly leftBehind: LeftBehind,
    private readonly closed: ClosedWorkflows,
    private readonly everything: FullPass,
    private readonly problems: ProblemWatch,
    metrics: Metrics,
  ) {
    this.actions = metrics.counter('orkestra_reconciler_actions_total', 'What the reconciler had to do.', [
      'action',
    ]);
    this.runs = metrics.counter(
      'orkestra_reconciler_steps_total',
      'Steps of the reconciler, by how they ended.',
      ['step', 'result'],
    );
  }

  @Activity()
  async reconcileExpiredTasks(): Promise<Counts> {
    return this.step(async (round) => round.count('task_expired', await this.tasks.expire(round.beat)));
  }

  @Activity()
  async reconcileSuspendedTasks(): Promise<Counts> {
    return this.step(async (round) => {
      round.count('task_resumed', await this.tasks.resume(round.beat));
      round.count('task_handed_on', await this.leftBehind.handOn());
    });
  }

  @Activity()
  async reconcileClosedWorkflows(): Promise<Counts> {
    return this.step((round) => this.closed.reconcile(round));
  }

  @Activity()
  async reconcileDeliveries(): Promise<Counts> {
    return this.step(async (round) => {
      round.count('delivery_replayed', await this.outbox.replayDead());
      round.count('delivery_released', await this.outbox.releaseStuck());
      round.count('delivery_written', await this.outbox.tellUntold(UNTOLD_WITHIN_MS, round.beat));
    });
  }

  @Activity()
  async reconcileLeftovers(): Promise<Counts> {
    return this.step(async (round) => {
      round.count('delivery_forgotten', await this.outbox.forgetDelivered(round.beat));
      round.count('operation_forgotten', await this.tasks.forgetOperations(round.beat));
      round.count('file_removed', await this.attachments.removeOrphans(HOUR_MS));
      round.count('search_renewed', await this.search.renew(round.beat));
    });
  }

  @Activity()
  async reconcileProblems(): Promise<Counts> {
    return this.step((round) => this.problems.look(round));
  }

  @Activity()
  async reconcileAllOpenTasks(): Promise<Counts> {
    return this.step((round) => this.everything.overTasks(round));
  }

  @Activity()
  async reconcileAllOpenExecutions(): Promise<Counts> {
    return this.step((round) => this.everything.overExecutions(round));
  }

  @Activity()
  async reconcileAllDeliveries(): Promise<Counts> {
    return this.step(async (round) =>
      round.count('delivery_written', await this.outbox.tellUntold(UNTOLD_LOOKED_FOR_MS, round.beat)),
    );
  }

  @Activity()
  async reconcileDrafts(): Promise<Counts> {
    return this.step(async (round) =>
      round.count('draft_forgotten', await this.tasks.forgetDrafts(round.beat)),
    );
  }

  private async step(work: (round: Round) => Promise<void>): Promise<Counts> {
    const context = Context.current();
    const step = context.info.activityType;
    // Says that this process lives; the calls that it waits for have time limits of their own.
    const heartbeat = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
    const round = new Round(
      () => context.cancellationSignal.throwIfAborted(),
      (action, count) => this.actions.inc({ action }, count),
    );
    try {
      await work(round);
      this.runs.inc({ step, result: 'ok' });
      return round.counts;
    } catch (error) {
      this.runs.inc({ step, result: 'failed' });
      throw error;
    } finally {
      clearInterval(heartbeat);
    }
  }
}
