import type { Client as TemporalClient } from '@temporalio/client';
import type * as TemporalClientPackage from '@temporalio/client';
import type * as TemporalWorker from '@temporalio/worker';
import type * as Codec from '@orkestra/sdk/codec';
import type { Environment } from '../environment/environment';
import { deploymentNameOf } from '../deployments/deployment-name';
import { Deployments } from '../deployments/deployments';
import { untilCurrent } from '../deployments/worker-version';
import { activitiesOf, definitionsOf } from './definitions';
import { packageOf, type Project } from './project';
import { publish } from './publish';
import { notAnswering } from './temporal-client';
import { temporalSettings, type TemporalSettings } from './temporal-settings';

interface WorkerStart {
  project: Project;
  /** The bundle of the workflows. */
  code: string;
  env: Environment;
  tell: (line: string) => void;
  /** Runs beside workers of other builds; without it the worker takes whatever there is, as one without versions. */
  version?: { buildId: string; promote: boolean };
}

/** For the SDK in the sandbox: on the first line, so that the lines of the source map stay as they are. */
const HAS_VERSIONS = 'globalThis.__ORKESTRA_WORKER_VERSIONS__ = true;';

/** Temporal's worker with the workflows and activities of a project: it reaches Temporal, and no database. */
export class ProjectWorker {
  /** Resolves when it has stopped as told. */
  readonly life: Promise<void>;

  private constructor(
    private readonly worker: TemporalWorker.Worker,
    private readonly connection: TemporalWorker.NativeConnection,
    /** What it published, or why that was refused. */
    readonly published: Promise<void>,
    private readonly stopping: AbortController,
  ) {
    this.life = this.run();
  }

  /** @throws StartRefusedError when Temporal does not answer */
  static async start({ project, code, env, tell, version }: WorkerStart): Promise<ProjectWorker> {
    const settings = temporalSettings(env, project);
    const { Worker } = packageOf<typeof TemporalWorker>(project, '@temporalio/worker');
    const { dataConverterFrom } = packageOf<typeof Codec>(project, '@orkestra/sdk/codec');
    const definitions = definitionsOf(project);
    const activities = activitiesOf(project);
    const connection = await connect(project, settings);
    try {
      const deployments = new Deployments(
        connection.workflowService,
        settings.namespace,
        deploymentNameOf(project, env),
      );
      if (version !== undefined) await deployments.describe();
      const taskQueue = `${settings.serverQueue}:${project.name}`;
      const dataConverter = dataConverterFrom(env);
      const worker = await Worker.create({
        connection,
        namespace: settings.namespace,
        taskQueue,
        workflowBundle: { code: version === undefined ? code : `${HAS_VERSIONS}${code}` },
        activities,
        dataConverter,
        ...deploymentOptions(deployments, version),
        shutdownGraceTime: '5s',
        shutdownForceTime: '15s',
      });
      const stopping = new AbortController();
      const client = clientOf(project, connection, settings, dataConverter);
      const { signal } = stopping;
      const { serverQueue } = settings;
      // What the catalogue says is what the current build takes, whichever worker starts again meanwhile.
      const turn = version && untilCurrent({ deployments, ...version, signal, tell });
      const published = Promise.resolve(turn).then(() =>
        publish({ client, serverQueue, taskQueue, definitions, tell, signal }),
      );
      return new ProjectWorker(worker, connection, published, stopping);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** Takes no more work; `life` resolves when what is under way has ended. */
  stop(): void {
    this.stopping.abort();
    if (this.worker.getState() === 'RUNNING') this.worker.shutdown();
  }

  /** Whether it still asks Temporal for work. */
  get polls(): boolean {
    return ['RUNNING', 'STOPPING'].includes(this.worker.getState());
  }

  private async run(): Promise<void> {
    try {
      await this.worker.run();
    } finally {
      this.stopping.abort();
      // A publication that nobody answers is not waited for.
      this.published.catch(() => undefined);
      await this.connection.close().catch(() => undefined);
    }
  }
}

/** Once a process: keeps Temporal from taking its signals, and says in lines what goes wrong. */
export function installRuntime(project: Project, tell: (line: string) => void): void {
  const { DefaultLogger, Runtime } = packageOf<typeof TemporalWorker>(project, '@temporalio/worker');
  const logger = new DefaultLogger('WARN', ({ message, meta }) => {
    const error = meta?.['error'] as Error | undefined;
    const workflow = meta?.['workflowType'] as string | undefined;
    const where = workflow === undefined ? '' : ` (${workflow})`;
    tell(`${message}${where}${error === undefined ? '' : `\n${error.stack ?? error.message}`}`);
  });
  Runtime.install({ shutdownSignals: [], logger });
}

/** An author who says nothing gets what needs no old worker: executions go on with the current build. */
function deploymentOptions(
  { name }: Deployments,
  version: WorkerStart['version'],
): Pick<TemporalWorker.WorkerOptions, 'workerDeploymentOptions'> {
  if (version === undefined) return {};
  return {
    workerDeploymentOptions: {
      version: { deploymentName: name, buildId: version.buildId },
      useWorkerVersioning: true,
      defaultVersioningBehavior: 'AUTO_UPGRADE',
    },
  };
}

async function connect(
  project: Project,
  settings: TemporalSettings,
): Promise<TemporalWorker.NativeConnection> {
  const { address, apiKey, tls, namespace } = settings;
  const { NativeConnection } = packageOf<typeof TemporalWorker>(project, '@temporalio/worker');
  try {
    const connection = await NativeConnection.connect({ address, apiKey, tls });
    await connection.workflowService.describeNamespace({ namespace });
    return connection;
  } catch (error) {
    throw notAnswering(settings, error);
  }
}

function clientOf(
  project: Project,
  connection: TemporalWorker.NativeConnection,
  { namespace }: TemporalSettings,
  dataConverter: ReturnType<typeof Codec.dataConverterFrom>,
): TemporalClient {
  const { Client } = packageOf<typeof TemporalClientPackage>(project, '@temporalio/client');
  return new Client({ connection, namespace, dataConverter });
}
