import { setTimeout as delay } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, Logger, TemporalConnection, temporalConnectionOptions } from '@orkestra/core';
import { CatalogueService } from '@orkestra/workflows';
import { builtInWorkflows, NameWatch, wordsOfTaken } from '@orkestra/workflows/worker';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { ActivityExplorer } from './activity-explorer.service';
import { installRuntime, TemporalLogger } from './temporal-logger';
import { ensureTenantAttribute } from './tenant-attribute';
import { WorkerFactory } from './worker-factory.service';
import { bundleProject } from './bundle/workflow-bundle';
import { WorkflowProjectError } from './worker.errors';
import { isHosted, offeredBy } from './offered-project';
import { type OfferedProject, refuseSharedNames, type WorkflowProject } from './workflow-project';

const LONGEST_WAIT_MS = 5_000;

/**
 * Owns the life of this process's Temporal workers: one for the server's activities, and one for each workflow
 * project. They start when Temporal is there, run until the process is told to stop, and take it down when they fail.
 */
@Injectable()
export class TemporalWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger: Logger;
  private readonly stop = new AbortController();
  private workers: Worker[] = [];
  /** Resolves when the workers have stopped as told; rejects when they could not start or failed. */
  life: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly temporal: TemporalConnection,
    private readonly catalogue: CatalogueService,
    private readonly explorer: ActivityExplorer,
    private readonly factory: WorkerFactory,
    private readonly names: NameWatch,
    logger: Logger,
  ) {
    this.logger = logger.child('workers');
    installRuntime(logger);
  }

  onApplicationBootstrap(): void {
    this.life = this.live();
    // Whoever owns the process awaits `life`; until then a failure must not count as unhandled.
    this.life.catch(() => undefined);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await this.life.catch(() => undefined);
  }

  /** Whether every worker polls its queue. */
  get running(): boolean {
    return this.workers.length > 0 && this.workers.every((worker) => worker.getState() === 'RUNNING');
  }

  private async live(): Promise<void> {
    const { WORKFLOW_PROJECTS, TASK_QUEUE } = this.config;
    const projects = WORKFLOW_PROJECTS.map((folder) => offeredBy(folder, TASK_QUEUE));
    refuseSharedNames(projects);
    await this.refuseTakenNames(projects);
    for (const { definitions, taskQueue } of projects) await this.catalogue.publish(definitions, taskQueue);
    const logger = new TemporalLogger(this.logger);
    const [builtIn, hosted] = await Promise.all([
      bundleProject(builtInWorkflows, logger),
      this.bundle(projects.filter(isHosted)),
    ]);
    const connection = await this.connect();
    if (connection === undefined) return;
    try {
      const activities = this.explorer.activities();
      this.workers = await this.factory.create(connection, activities, builtIn, hosted);
      if (this.stop.signal.aborted) return;
      this.logger.info({ queues: this.workers.map(({ options }) => options.taskQueue) }, 'Workers run');
      await runAll(this.workers);
    } finally {
      await connection.close().catch((error: unknown) => this.logger.debug({ err: error }, 'Was not closed'));
    }
  }

  /**
   * A name that another worker offers now must not be taken from it in silence. One whose worker has stopped may be:
   * its project was renamed or has moved.
   * @throws WorkflowProjectError
   */
  private async refuseTakenNames(projects: readonly OfferedProject[]): Promise<void> {
    for (const { folder, definitions, taskQueue } of projects) {
      const names = definitions.map(({ name }) => name);
      const taken = await this.names.findTaken(names, taskQueue);
      if (taken !== undefined) throw new WorkflowProjectError(folder, `its ${wordsOfTaken(taken)}`);
    }
  }

  private async bundle(projects: WorkflowProject[]) {
    const hosted = [];
    for (const project of projects) {
      const bundle = await bundleProject(project, new TemporalLogger(this.logger));
      hosted.push({ project, bundle });
    }
    return hosted;
  }

  /** Temporal may come later than this process. Nothing when the process is told to stop before that. */
  private async connect(): Promise<NativeConnection | undefined> {
    const { signal } = this.stop;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        return await this.connectOnce();
      } catch (error) {
        const wait = Math.min(LONGEST_WAIT_MS, 100 * 2 ** attempt);
        this.logger.warn({ err: error, retryInMs: wait }, 'Temporal is not there yet');
        await delay(wait, undefined, { signal }).catch(() => undefined);
      }
    }
    return undefined;
  }

  private async connectOnce(): Promise<NativeConnection> {
    const connection = await NativeConnection.connect(temporalConnectionOptions(this.config));
    try {
      const namespace = this.config.TEMPORAL_NAMESPACE;
      await connection.workflowService.describeNamespace({ namespace });
      await ensureTenantAttribute(this.temporal, this.logger);
      return connection;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }
}

/** Until all have stopped. When one fails, the others are stopped and its error is thrown. */
async function runAll(workers: readonly Worker[]): Promise<void> {
  const runs = workers.map((worker) => worker.run());
  try {
    await Promise.all(runs);
  } catch (error) {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.allSettled(runs);
    throw error;
  }
}
