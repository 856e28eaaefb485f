import { setTimeout as delay } from 'node:timers/promises';
import { StartRefusedError } from '../environment/cli.errors';
import { isTooEarly, reasonOf } from './deployment.errors';
import type { Deployments } from './deployments';

interface Turn {
  deployments: Deployments;
  buildId: string;
  /** Whether a worker that starts makes its build the current one. */
  promote: boolean;
  signal: AbortSignal;
  tell: (line: string) => void;
}

const ATTEMPT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** How often a worker looks whether its build has become current meanwhile. */
const LOOK_MS = 10_000;

/**
 * Resolves when the build is current: at once, as this worker makes it so, or when somebody promotes it.
 * @throws StartRefusedError
 */
export async function untilCurrent({ deployments, buildId, promote, signal, tell }: Turn): Promise<void> {
  if (promote) await makeCurrent({ deployments, buildId, signal, tell });
  let told = false;
  while (!signal.aborted) {
    const current = await currentOf(deployments, tell);
    if (current === buildId) return tell(`Build ${buildId} is current in ${deployments.name}`);
    if (!told) tell(waiting(buildId, current));
    told = true;
    await pause(LOOK_MS, signal);
  }
}

function waiting(buildId: string, current: string | undefined): string {
  const other = current === undefined ? 'none is current' : `${current} is current`;
  return `Build ${buildId} works for executions that are pinned to it; ${other}. Make it current: npx orkestra deploy promote ${buildId}`;
}

/** Temporal takes a build only when it has heard of a worker that runs it, which has begun to poll just now. */
async function makeCurrent({ deployments, buildId, signal, tell }: Omit<Turn, 'promote'>): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      return await deployments.setCurrent(buildId);
    } catch (error) {
      const tooEarly = isTooEarly(error);
      if (error instanceof StartRefusedError && !tooEarly) throw error;
      if (attempt === (tooEarly ? 12 : 0))
        tell(`Build ${buildId} can't become current yet: ${reasonOf(error)}`);
      await pause(Math.min(LONGEST_WAIT_MS, ATTEMPT_MS * 1.2 ** attempt), signal);
    }
  }
}

async function currentOf(
  deployments: Deployments,
  tell: (line: string) => void,
): Promise<string | undefined> {
  try {
    return (await deployments.describe()).current;
  } catch (error) {
    if (error instanceof StartRefusedError) throw error;
    tell(`Temporal does not say which build is current: ${reasonOf(error)}`);
    return undefined;
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
}
