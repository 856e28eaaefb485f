import type { DataConverter } from '@temporalio/common';
import type { BundleOptions, NativeConnection } from '@temporalio/worker';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import type { OrkestraActivities } from '../contract/contract';
import { ORKESTRA_TASK_QUEUE } from '../contract/contract';

export interface TestWorkerOptions {
  /** The file whose default export is `workflows(…)`, as TypeScript or JavaScript. */
  workflowsPath: string;
  /** The activities of the workflows; the real ones, or what stands for them in the test. */
  activities?: object;
  /** How payloads are written, as the worker of the workflows does it: see `dataConverterFrom`. */
  dataConverter?: DataConverter;
  /** How Temporal bundles the workflows, such as a `webpackConfigHook`. */
  bundlerOptions?: Pick<BundleOptions, 'ignoreModules' | 'webpackConfigHook'>;
}

/**
 * Keeps Temporal from reporting what it does, unless the test has set it up otherwise. Its core writes to stdout itself,
 * which belongs to the runner of the tests.
 */
export function quietTemporal(): void {
  if (Runtime._instance) return;
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter } } });
}

/** A worker that hosts the workflows under test and the server's activities, until it is stopped. */
export class TestWorker {
  /** Rejects when the worker breaks down. */
  readonly stopped: Promise<void>;

  private constructor(private readonly worker: Worker) {
    this.stopped = worker.run();
  }

  static async start(
    connection: NativeConnection,
    server: OrkestraActivities,
    { workflowsPath, activities, bundlerOptions, dataConverter }: TestWorkerOptions,
  ): Promise<TestWorker> {
    const worker = await Worker.create({
      connection,
      taskQueue: ORKESTRA_TASK_QUEUE,
      workflowsPath,
      bundlerOptions,
      dataConverter,
      activities: { ...activities, ...server },
      interceptors: {
        workflowModules: [require.resolve('../interceptors'), require.resolve('./fail-fast.interceptor')],
      },
    });
    return new TestWorker(worker);
  }

  async stop(): Promise<void> {
    if (this.worker.getState() === 'RUNNING') this.worker.shutdown();
    await this.stopped;
  }
}
