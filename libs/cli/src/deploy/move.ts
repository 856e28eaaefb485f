import type { Client } from '@temporalio/client';
import { StartRefusedError } from '../environment/cli.errors';
import type { Deployments } from '../deployments/deployments';
import type { OpenExecution, OpenExecutions } from './open-executions';

export interface Moved {
  readonly deployment: string;
  readonly buildId: string;
  /** Executions that were told; each moves when it waits for people alone at a task with `moveWith`. */
  readonly told: number;
  /** Pinned to other builds and not told, because of the limit. */
  readonly leftOut: number;
}

const AT_ONCE = 8;
const NOT_FOUND = 5;

interface MoveRequest {
  client: Client;
  signalName: string;
  encode: (message: object) => Promise<object>;
  deployments: Deployments;
  executions: OpenExecutions;
  limit: number;
}

/**
 * Tells the open executions that are pinned to other builds which one is current. Each is told once for each build: a
 * repeat is dropped by Temporal.
 * @throws StartRefusedError when no build is current
 */
export async function move({ executions, deployments, ...request }: MoveRequest): Promise<Moved> {
  const { current, builds, name } = await deployments.describe();
  if (current === undefined)
    throw new StartRefusedError(`No build of ${name} is current. Run: npx orkestra deploy promote`, 2);
  let [told, pinned] = [0, 0];
  for (const { buildId } of builds) {
    if (buildId === current) continue;
    const query = executions.pinnedTo(buildId);
    pinned += await executions.count(query);
    const left = request.limit - told;
    if (left <= 0) continue;
    // Read to the end before the first is told: those that move are in the list no more.
    const found: OpenExecution[] = [];
    for await (const page of executions.list(query, left)) found.push(...page);
    for (let at = 0; at < found.length; at += AT_ONCE)
      await Promise.all(found.slice(at, at + AT_ONCE).map((one) => tell(one, current, request)));
    told += found.length;
  }
  return { deployment: name, buildId: current, told, leftOut: Math.max(0, pinned - told) };
}

async function tell(
  { workflowId, runId }: OpenExecution,
  buildId: string,
  { client, signalName, encode }: Pick<MoveRequest, 'client' | 'signalName' | 'encode'>,
): Promise<void> {
  try {
    await client.workflowService.signalWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId, runId },
      signalName,
      input: { payloads: [await encode({ buildId })] },
      requestId: `move-${runId}-${buildId}`,
      identity: 'orkestra',
    });
  } catch (error) {
    // It has ended, or gone on, meanwhile.
    if ((error as { code?: unknown }).code !== NOT_FOUND) throw error;
  }
}
