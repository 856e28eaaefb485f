import { defaultPayloadConverter } from '@temporalio/common';
import type { ActivityInboundCallsInterceptor, WorkflowBundle } from '@temporalio/worker';
import { DefaultLogger, NativeConnection, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';
import type { OrkestraHeader } from '../src/contract/contract';
import { ORKESTRA_KEY } from '../src/contract/contract';

const logger = new DefaultLogger('ERROR');
let installed = false;

/** The test workflows with the SDK, bundled for the sandbox. */
export async function bundleTestWorkflows(): Promise<WorkflowBundle> {
  if (!installed) Runtime.install({ logger });
  installed = true;
  return await bundleWorkflowCode({
    workflowsPath: require.resolve('./test.workflows.ts'),
    workflowInterceptorModules: [require.resolve('../src/interceptors.ts')],
    logger,
  });
}

export interface TestWorkerOptions {
  address: string;
  namespace: string;
  taskQueue: string;
  workflowBundle?: WorkflowBundle;
  activities?: object;
  maxCachedWorkflows?: number;
  onActivity?: (type: string, header: OrkestraHeader | undefined) => void;
}

/** A worker that runs until it is stopped. */
export async function startTestWorker(options: TestWorkerOptions): Promise<{ stop(): Promise<void> }> {
  const { address, onActivity, ...rest } = options;
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    ...rest,
    identity: 'test-worker',
    shutdownGraceTime: '1s',
    interceptors: { activity: [(ctx) => ({ inbound: headerReader(ctx.info.activityType, onActivity) })] },
  });
  const running = worker.run();
  return {
    stop: async () => {
      if (worker.getState() !== 'RUNNING') return;
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}

function headerReader(
  type: string,
  onActivity: TestWorkerOptions['onActivity'],
): ActivityInboundCallsInterceptor {
  return {
    execute: (input, next) => {
      const payload = input.headers[ORKESTRA_KEY];
      onActivity?.(type, payload && defaultPayloadConverter.fromPayload<OrkestraHeader>(payload));
      return next(input);
    },
  };
}
