import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { RawActivities } from './raw/raw.activities';
import { rawDecision, rawToldDecision } from './raw/raw.workflow';

const QUEUE = 'raw-floor';

/** The floor: the same start, signal and end on Temporal alone, on the same server. */
export class RawFloor {
  private constructor(
    private readonly told: Map<string, () => void>,
    private readonly client: Client,
    private readonly worker: Worker,
    private readonly running: Promise<void>,
    private readonly connections: { close(): Promise<void> }[],
  ) {}

  static async start(address: string): Promise<RawFloor> {
    installRuntime();
    const native = await NativeConnection.connect({ address });
    const told = new Map<string, () => void>();
    const activities: RawActivities = {
      tell: (workflowId) => Promise.resolve(told.get(workflowId)?.()),
    };
    const worker = await Worker.create({
      activities,
      connection: native,
      taskQueue: QUEUE,
      workflowsPath: join(__dirname, 'raw', 'raw.workflow.js'),
    });
    const connection = await Connection.connect({ address });
    return new RawFloor(told, new Client({ connection }), worker, worker.run(), [connection, native]);
  }

  /** One life cycle whose signal is sent at once: before the first workflow task, so that Temporal needs only one. */
  async cycle(): Promise<number> {
    const handle = await this.client.workflow.start(rawDecision, {
      taskQueue: QUEUE,
      workflowId: randomUUID(),
    });
    return signal(handle);
  }

  /** One life cycle whose signal is sent once the workflow waits; answers the milliseconds from it to the result. */
  async toldCycle(): Promise<number> {
    const workflowId = randomUUID();
    const told = new Promise<void>((resolve) => this.told.set(workflowId, resolve));
    const handle = await this.client.workflow.start(rawToldDecision, { taskQueue: QUEUE, workflowId });
    await told;
    this.told.delete(workflowId);
    return signal(handle);
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

async function signal(handle: WorkflowHandle): Promise<number> {
  const signalled = performance.now();
  await handle.signal('answered', 'yes');
  await handle.result();
  return performance.now() - signalled;
}

let isInstalled = false;

/** One for the process, however many floors it stands on. */
function installRuntime(): void {
  if (!isInstalled) Runtime.install({ logger: new DefaultLogger('ERROR') });
  isInstalled = true;
}
