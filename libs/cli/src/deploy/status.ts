import type { Build, Deployment, Deployments } from '../deployments/deployments';
import type { OpenExecution, OpenExecutions } from './open-executions';
import type { Wait } from './waits';

export interface PinnedExecution extends OpenExecution {
  /** Tasks that it waits for; empty where it waits for something else, or for a task of long ago in a long history. */
  readonly waitsFor: readonly Wait[];
}

export interface BuildStatus extends Build {
  /** Open executions that go on with this build only. */
  readonly pinned: number;
  /** Open executions whose next step the current build does. */
  readonly upgrading: number;
  /** Whether a worker with this build has to run. */
  readonly needed: boolean;
  /** Of those that are pinned, as many as were asked for. */
  readonly executions: readonly PinnedExecution[];
}

export interface DeploymentStatus extends Omit<Deployment, 'builds'> {
  readonly builds: readonly BuildStatus[];
  /** Builds of which nothing is told, because there are so many. */
  readonly buildsLeftOut: number;
  /** Open executions of which no build with a version has done a step. */
  readonly withoutVersion: number;
}

/** Each costs two counts. */
const MOST_BUILDS = 50;
const AT_ONCE = 4;

interface StatusRequest {
  deployments: Deployments;
  executions: OpenExecutions;
  waitsOf: (execution: OpenExecution) => Promise<Wait[]>;
  /** Pinned executions of old builds that are named, over all builds. */
  limit: number;
}

/** Which builds are needed, and by what. Counts come from visibility, one query each; histories are read of what is named. */
export async function statusOf(request: StatusRequest): Promise<DeploymentStatus> {
  const { deployments, executions, limit } = request;
  const { builds: all, ...deployment } = await deployments.describe();
  const builds: BuildStatus[] = [];
  let left = limit;
  for (const build of all.slice(0, MOST_BUILDS)) {
    const [pinned, upgrading] = await Promise.all([
      executions.count(executions.pinnedTo(build.buildId)),
      executions.count(executions.upgradingFrom(build.buildId)),
    ]);
    const isOld = build.state !== 'current';
    const named = isOld && pinned > 0 ? await pinnedTo(build.buildId, left, request) : [];
    left -= named.length;
    const needed = !['drained', 'draining', 'inactive'].includes(build.state) || pinned > 0;
    builds.push({ ...build, pinned, upgrading, needed, executions: named });
  }
  const withoutVersion = await executions.count(executions.withoutVersion);
  return { ...deployment, builds, buildsLeftOut: all.length - builds.length, withoutVersion };
}

async function pinnedTo(
  buildId: string,
  limit: number,
  { executions, waitsOf }: StatusRequest,
): Promise<PinnedExecution[]> {
  const found: PinnedExecution[] = [];
  if (limit <= 0) return found;
  for await (const page of executions.list(executions.pinnedTo(buildId), limit)) {
    for (let at = 0; at < page.length; at += AT_ONCE) {
      const few = page.slice(at, at + AT_ONCE);
      found.push(...(await Promise.all(few.map(async (one) => ({ ...one, waitsFor: await waitsOf(one) })))));
    }
  }
  return found;
}
