import { Client, Connection } from '@temporalio/client';
import { randomBytes } from 'node:crypto';
import { eventually } from '../eventually';
import { testRun } from '../run/test-run';

const KEYWORD = 2;

/** A Temporal namespace of its own for one test file, with Orkestra's search attribute. */
export interface TestNamespace {
  address: string;
  namespace: string;
  client: Client;
  close(): Promise<void>;
}

export async function createTestNamespace(address = testRun.temporalAddress): Promise<TestNamespace> {
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  // The machine may be busy with the other test files.
  const connection = await Connection.connect({ address, connectTimeout: '60s' });
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 } as never,
  });
  const searchAttributes = { OrkestraTenant: KEYWORD };
  await eventually(() => connection.operatorService.addSearchAttributes({ namespace, searchAttributes }));
  return {
    address,
    namespace,
    client: new Client({ connection, namespace }),
    close: () => connection.close(),
  };
}
