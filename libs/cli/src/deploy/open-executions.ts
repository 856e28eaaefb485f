import type { Client } from '@temporalio/client';
import { quoted } from '../project/quoted';

export interface OpenExecution {
  readonly workflowId: string;
  readonly runId: string;
  readonly workflow: string;
  readonly startedAt: Date;
}

const PAGE = 200;
const DEADLINE_MS = 20_000;

/** What Temporal's visibility knows of open executions; it lags behind them by moments. */
export class OpenExecutions {
  constructor(
    private readonly client: Client,
    private readonly deployment: string,
    private readonly taskQueue: string,
  ) {}

  /** They go on with this build only. */
  pinnedTo(buildId: string): string {
    return `${this.lastOn(buildId)} AND TemporalWorkflowVersioningBehavior = "Pinned"`;
  }

  /** Their last step was done by this build, the next one is done by the current one. */
  upgradingFrom(buildId: string): string {
    return `${this.lastOn(buildId)} AND TemporalWorkflowVersioningBehavior = "AutoUpgrade"`;
  }

  /** No worker with a version has done a step of theirs: they go to the current build. */
  get withoutVersion(): string {
    return `TaskQueue = ${quoted(this.taskQueue)} AND TemporalWorkerDeploymentVersion IS NULL AND ExecutionStatus = "Running"`;
  }

  async count(query: string): Promise<number> {
    return (await this.soon(() => this.client.workflow.count(query))).count;
  }

  /** In pages, the latest started first. */
  async *list(query: string, limit = Infinity): AsyncGenerator<OpenExecution[]> {
    const { workflowService, options } = this.client;
    const { namespace } = options;
    let nextPageToken: Uint8Array | null | undefined;
    let left = limit;
    do {
      const pageSize = Math.min(PAGE, left);
      const page = await this.soon(() =>
        workflowService.listWorkflowExecutions({ namespace, query, pageSize, nextPageToken }),
      );
      const found = page.executions.slice(0, left).map(({ execution, type, startTime }) => ({
        workflowId: execution?.workflowId ?? '',
        runId: execution?.runId ?? '',
        workflow: type?.name ?? '',
        startedAt: new Date(Number(startTime?.seconds ?? 0) * 1_000),
      }));
      left -= found.length;
      yield found;
      nextPageToken = page.nextPageToken;
    } while (left > 0 && nextPageToken != null && nextPageToken.length > 0);
  }

  private lastOn(buildId: string): string {
    const version = quoted(`${this.deployment}:${buildId}`);
    return `TemporalWorkerDeploymentVersion = ${version} AND ExecutionStatus = "Running"`;
  }

  private soon<T>(call: () => Promise<T>): Promise<T> {
    return this.client.withDeadline(Date.now() + DEADLINE_MS, call);
  }
}
