import type { Client } from '@temporalio/client';
import { explained, isNotFound, UnknownBuildError } from './deployment.errors';

/** What Temporal does with a build. `inactive`: it has never been current. `draining`: it was, and executions may be pinned to it. */
type BuildState = 'current' | 'ramping' | 'draining' | 'drained' | 'inactive';

export interface Build {
  readonly buildId: string;
  readonly state: BuildState;
  /** Since when it is current, or is no more. */
  readonly since: Date | undefined;
}

export interface Deployment {
  readonly name: string;
  /** Newest first. */
  readonly builds: readonly Build[];
  readonly current: string | undefined;
  readonly ramping: { readonly buildId: string; readonly percentage: number } | undefined;
}

type WorkflowService = Client['workflowService'];
type Described = Awaited<ReturnType<WorkflowService['describeWorkerDeployment']>>;
type Summary = NonNullable<NonNullable<Described['workerDeploymentInfo']>['versionSummaries']>[number];

const STATES: readonly (BuildState | undefined)[] = [
  undefined,
  'inactive',
  'current',
  'ramping',
  'draining',
  'drained',
];

/** Temporal's Worker Deployment of one project. */
export class Deployments {
  constructor(
    private readonly service: WorkflowService,
    private readonly namespace: string,
    readonly name: string,
  ) {}

  /** @throws StartRefusedError where Temporal keeps no deployments */
  async describe(): Promise<Deployment> {
    const { name } = this;
    const answer = await this.ask(() =>
      this.service.describeWorkerDeployment({ namespace: this.namespace, deploymentName: name }),
    );
    const info = answer?.workerDeploymentInfo;
    const routing = info?.routingConfig;
    const rampingId = routing?.rampingDeploymentVersion?.buildId || undefined;
    return {
      name,
      builds: (info?.versionSummaries ?? []).map(toBuild),
      current: routing?.currentDeploymentVersion?.buildId || undefined,
      ramping: rampingId === undefined ? undefined : rampOf(rampingId, routing?.rampingVersionPercentage),
    };
  }

  /**
   * New executions, and those that upgrade by themselves, go to this build from now on.
   * @param buildId nothing: to workers without versions
   * @throws UnknownBuildError, StartRefusedError
   */
  async setCurrent(buildId: string | undefined): Promise<void> {
    const { namespace, name } = this;
    const request = { namespace, deploymentName: name, buildId: buildId ?? '', identity: 'orkestra' };
    await this.change(() => this.service.setWorkerDeploymentCurrentVersion(request), buildId);
  }

  /** So many of a hundred go to this build, the others to the current one. */
  async setRamping(buildId: string, percentage: number): Promise<void> {
    const { namespace, name } = this;
    const request = { namespace, deploymentName: name, buildId, percentage, identity: 'orkestra' };
    await this.change(() => this.service.setWorkerDeploymentRampingVersion(request), buildId);
  }

  private async change(call: () => Promise<unknown>, buildId: string | undefined): Promise<void> {
    if ((await this.ask(call)) === undefined) throw new UnknownBuildError(this.name, buildId);
  }

  /** Nothing where there is no such deployment or build. */
  private async ask<T>(call: () => Promise<T>): Promise<T | undefined> {
    try {
      return await call();
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw explained(error);
    }
  }
}

function rampOf(buildId: string, percentage: number | null | undefined) {
  return { buildId, percentage: percentage ?? 0 };
}

function toBuild(summary: Summary): Build {
  const { deploymentVersion, status, currentSinceTime, rampingSinceTime, lastDeactivationTime } = summary;
  const since = currentSinceTime ?? rampingSinceTime ?? lastDeactivationTime;
  return {
    buildId: deploymentVersion?.buildId ?? '',
    state: STATES[status ?? 0] ?? 'inactive',
    since: since?.seconds == null ? undefined : new Date(Number(since.seconds) * 1_000),
  };
}
