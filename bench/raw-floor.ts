import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { rawDecision } from './raw/raw.workflow';

const QUEUE = 'raw-floor';

/** The floor: the same start, signal and end on Temporal alone, on the same server. */
export class RawFloor {
  private constructor(
    private readonly client: Client,
    private readonly worker: Worker,
    private readonly running: Promise<void>,
    private readonly connections: { close(): Promise<void> }[],
  ) {}

  static async start(address: string): Promise<RawFloor> {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const native = await NativeConnection.connect({ address });
    const worker = await Worker.create({
      connection: native,
      taskQueue: QUEUE,
      workflowsPath: join(__dirname, 'raw', 'raw.workflow.js'),
    });
    const connection = await Connection.connect({ address });
    return new RawFloor(new Client({ connection }), worker, worker.run(), [connection, native]);
  }

  /** One life cycle; answers the milliseconds from the signal to the result. */
  async cycle(): Promise<number> {
    const handle = await this.client.workflow.start(rawDecision, {
      taskQueue: QUEUE,
      workflowId: randomUUID(),
    });
    const signalled = performance.now();
    await handle.signal('answered', 'yes');
    await handle.result();
    return performance.now() - signalled;
  }

  /** The result of an execution, however it was started. */
  async resultOf(workflowId: string): Promise<unknown> {
    return this.client.workflow.getHandle(workflowId).result();
  }

  async stop(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    for (const connection of this.connections) await connection.close();
  }
}
