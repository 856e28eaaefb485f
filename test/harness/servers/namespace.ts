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
  const connection = await connect(address);
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 } as never,
  });
  const searchAttributes = { OrkestraTenant: KEYWORD };
  await eventually(() => connection.operatorService.addSearchAttributes({ namespace, searchAttributes }));
  return open(connection, address, namespace);
}

/** One that is there already. */
export async function openTestNamespace(
  namespace: string,
  address = testRun.temporalAddress,
): Promise<TestNamespace> {
  return open(await connect(address), address, namespace);
}

function connect(address: string): Promise<Connection> {
  // The machine may be busy with the other test files.
  return Connection.connect({ address, connectTimeout: '60s' });
}

function open(connection: Connection, address: string, namespace: string): TestNamespace {
  const client = new Client({ connection, namespace });
  return { address, namespace, client, close: () => connection.close() };
}
