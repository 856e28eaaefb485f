import type * as TemporalWorker from '@temporalio/worker';
import type * as TemporalWorkflow from '@temporalio/workflow';
import type * as Codec from '@orkestra/sdk/codec';
import { StartRefusedError } from '../environment/cli.errors';
import type { Environment } from '../environment/environment';
import { packageOf, type Project } from '../project/project';
import { explain, type Misfit } from './explain';
import type { RecordedHistory } from './histories';
import { positionsFrom, type Position, WATCH_SINK, watched } from './positions';

/** Runs histories against a build as its worker would, and says of the first that does not fit what is wrong. */
export class Replayer {
  constructor(
    private readonly project: Project,
    private readonly code: string,
    private readonly env: Environment,
  ) {
    const { Runtime } = this.worker;
    // What goes wrong is told once, in the explanation; standard output belongs to the report.
    const silent = () => undefined;
    const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent };
    const logging = { forward: {}, filter: { core: 'ERROR', other: 'ERROR' } } as const;
    Runtime.install({ logger, telemetryOptions: { logging }, shutdownSignals: [] });
  }

  /**
   * Nothing where it fits.
   * @throws StartRefusedError where it cannot be read
   */
  async misfitOf(recorded: RecordedHistory): Promise<Misfit | undefined> {
    const error = await this.replay(this.code, recorded);
    if (error === undefined) return undefined;
    if (error.message.includes('Unknown encoding: binary/encrypted'))
      throw new StartRefusedError(
        'What is to be replayed is encrypted. Set TEMPORAL_CODEC and TEMPORAL_CODEC_KEY as its workers have them.',
        2,
      );
    // Once more, and with an eye on where the code stands; the verdict is that of the build as it is.
    let seen = 0;
    let stood: readonly Position[] = [];
    const stands = (info: TemporalWorkflow.WorkflowInfo, stacks: unknown) => {
      seen = info.historyLength;
      stood = positionsFrom(stacks, this.project);
    };
    const sinks = { [WATCH_SINK]: { stands: { fn: stands, callDuringReplay: true } } };
    await this.replay(watched(this.code), recorded, sinks).catch(() => undefined);
    return explain(recorded, error, { seen, stood });
  }

  private async replay(
    code: string,
    { history, workflowId }: RecordedHistory,
    sinks?: TemporalWorker.WorkerOptions['sinks'],
  ): Promise<Error | undefined> {
    const { dataConverterFrom } = packageOf<typeof Codec>(this.project, '@orkestra/sdk/codec');
    const options = {
      workflowBundle: { code },
      dataConverter: dataConverterFrom(this.env),
      sinks,
      replayName: 'orkestra-replay',
    };
    for await (const { error } of this.worker.Worker.runReplayHistories(options, [{ history, workflowId }]))
      return error;
    return undefined;
  }

  private get worker(): typeof TemporalWorker {
    return packageOf(this.project, '@temporalio/worker');
  }
}
