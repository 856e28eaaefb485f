import { Injectable } from '@nestjs/common';
import { Config, temporalDataConverter } from '@orkestra/core';
import { ActivityInterceptor } from '@orkestra/workflows/worker';
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { WorkflowProjectError } from './worker.errors';
import type { ActivityFunctions, WorkflowProject } from './workflow-project';

export interface HostedProject {
  project: WorkflowProject;
  bundle: { code: string };
}

/** Makes the Temporal workers of this process. */
@Injectable()
export class WorkerFactory {
  constructor(
    private readonly config: Config,
    private readonly interceptor: ActivityInterceptor,
  ) {}

  /**
   * One worker for the server's own workflows and activities, which other people's workers call over its queue, and
   * one for each project.
   * A project's worker hosts the server's activities too, so that its workflows reach them without a round trip.
   */
  async create(
    connection: NativeConnection,
    activities: ActivityFunctions,
    builtIn: { code: string },
    hosted: readonly HostedProject[],
  ): Promise<Worker[]> {
    const common = {
      connection,
      namespace: this.config.TEMPORAL_NAMESPACE,
      dataConverter: temporalDataConverter(this.config),
      interceptors: { activity: [() => this.interceptor.intercept()] },
      shutdownGraceTime: '5s',
      shutdownForceTime: '15s',
    } satisfies Partial<WorkerOptions>;
    const server = Worker.create({
      ...common,
      taskQueue: this.config.TASK_QUEUE,
      workflowBundle: builtIn,
      activities,
    });
    const projects = hosted.map(({ project, bundle }) =>
      Worker.create({
        ...common,
        taskQueue: project.taskQueue,
        workflowBundle: bundle,
        activities: together(activities, project),
      }),
    );
    return Promise.all([server, ...projects]);
  }
}

/** @throws WorkflowProjectError when the project names an activity as the server does */
function together(activities: ActivityFunctions, project: WorkflowProject): ActivityFunctions {
  const twice = Object.keys(project.activities).find((name) => Object.hasOwn(activities, name));
  if (twice === undefined) return { ...activities, ...project.activities };
  throw new WorkflowProjectError(
    project.folder,
    `its activity "${twice}" has the name of one of the server's.`,
  );
}
