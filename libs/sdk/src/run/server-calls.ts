import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  patched,
  proxyActivities,
  proxyLocalActivities,
  workflowInfo,
} from '@temporalio/workflow';
import type { ActivityOptions } from '@temporalio/workflow';
import type { OrkestraActivities } from '../contract/contract';
import { ORKESTRA_TASK_QUEUE } from '../contract/contract';

type ActivityName = keyof OrkestraActivities;
type Input<N extends ActivityName> = Parameters<OrkestraActivities[N]>[0];
type Answer<N extends ActivityName> = Awaited<ReturnType<OrkestraActivities[N]>>;
// Temporal's own proxy types do not follow a name that is a type parameter.
type Call = Record<string, (input: unknown) => Promise<unknown>>;

// One attempt only: a local activity that retries holds back the signals for its siblings.
const LOCAL = { scheduleToCloseTimeout: '3s', retry: { maximumAttempts: 1 } } as const;

const RETRY = { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '30s' } as const;
const REMOTE_MARKER = 'orkestra.remote';

/**
 * Calls the server's activities from one workflow run: as a local activity, which costs no round trip, where this
 * worker hosts them; else, or if that did not get through, as an ordinary activity that is retried.
 */
export class ServerCalls {
  private remote = false;

  /** @param serverQueue of the worker that hosts the server's activities */
  constructor(private readonly serverQueue: string = ORKESTRA_TASK_QUEUE) {}

  async call<N extends ActivityName>(
    name: N,
    input: Input<N>,
    options: ActivityOptions = {},
  ): Promise<Answer<N>> {
    if (this.goesRemote(name)) return await this.ordinary(name, input, options, this.serverQueue);
    const local = proxyLocalActivities<Call>({ ...LOCAL, cancellationType: options.cancellationType });
    try {
      return (await local[name]?.(input)) as Answer<N>;
    } catch (error) {
      if (isCancellation(error)) throw error;
      const failure = applicationFailureOf(error);
      if (failure?.nonRetryable) throw failure;
      if (failure?.type === 'NotFoundError') this.remote = true;
      const queue = this.remote ? this.serverQueue : workflowInfo().taskQueue;
      return await this.ordinary(name, input, options, queue);
    }
  }

  private async ordinary<N extends ActivityName>(
    name: N,
    input: Input<N>,
    options: ActivityOptions,
    taskQueue: string,
  ): Promise<Answer<N>> {
    const ordinary = proxyActivities<Call>({
      startToCloseTimeout: '30s',
      retry: RETRY,
      ...options,
      taskQueue,
    });
    try {
      return (await ordinary[name]?.(input)) as Answer<N>;
    } catch (error) {
      if (isCancellation(error)) throw error;
      throw applicationFailureOf(error) ?? error;
    }
  }

  // Which activities a worker hosts is no part of the history, so "not here" is recorded by a marker; replay goes
  // by the marker alone. The common case, a worker that hosts them, writes nothing.
  private goesRemote(name: ActivityName): boolean {
    if (this.remote) return true;
    const undecided = workflowInfo().unsafe.isReplaying || !isHostedHere(name);
    this.remote = undecided && patched(REMOTE_MARKER);
    return this.remote;
  }
}

// A local activity's failure comes as it is, an ordinary one's is wrapped.
function applicationFailureOf(error: unknown): ApplicationFailure | undefined {
  const failure = error instanceof ActivityFailure ? error.cause : error;
  return failure instanceof ApplicationFailure ? failure : undefined;
}

// Asking Temporal's runtime, not trying: a local activity that is not registered throws while live, yet on replay
// is scheduled, which no history would match.
function isHostedHere(name: string): boolean {
  const { __TEMPORAL_ACTIVATOR__: runtime } = globalThis as {
    __TEMPORAL_ACTIVATOR__?: { registeredActivityNames?: ReadonlySet<string> };
  };
  return runtime?.registeredActivityNames?.has(name) ?? false;
}
