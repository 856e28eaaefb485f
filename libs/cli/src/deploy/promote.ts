import type { Deployments } from '../deployments/deployments';
import type { OpenExecutions } from './open-executions';

export interface Promoted {
  readonly deployment: string;
  /** Not there where what runs without versions is promoted. */
  readonly buildId: string | undefined;
  /** Of what upgrades by itself and of new executions; 100 where the build is current. */
  readonly percentage: number;
  /** What was current before. */
  readonly previous: string | undefined;
  /** Open executions that go on with other builds only. */
  readonly pinnedElsewhere: number;
}

interface Promotion {
  deployments: Deployments;
  executions: OpenExecutions;
  buildId: string | undefined;
  percentage: number | undefined;
}

/** @throws UnknownBuildError, StartRefusedError */
export async function promote(promotion: Promotion): Promise<Promoted> {
  const { deployments, executions, buildId, percentage } = promotion;
  const { current: previous, builds, name } = await deployments.describe();
  if (percentage === undefined || buildId === undefined) await deployments.setCurrent(buildId);
  else await deployments.setRamping(buildId, percentage);
  const others = builds.filter((build) => build.buildId !== buildId && build.state !== 'drained');
  const pinned = await Promise.all(
    others.slice(0, 50).map((build) => executions.count(executions.pinnedTo(build.buildId))),
  );
  return {
    deployment: name,
    buildId,
    percentage: percentage ?? 100,
    previous,
    pinnedElsewhere: pinned.reduce((sum, count) => sum + count, 0),
  };
}
